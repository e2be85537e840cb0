import { common } from "./de/common";
import { frame } from "./de/frame";
import { job } from "./de/job";
import type { en } from "./en";
import type { Words } from "./shape";

/** German: every key of English. */
export const de = { common, frame, job } as const satisfies Words<typeof en>;

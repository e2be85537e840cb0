import { common } from "./en/common";
import { frame } from "./en/frame";
import { job } from "./en/job";

/** English, the language the others follow: what the first screen says. The rest is in `en/rest`. */
export const en = { common, frame, job } as const;

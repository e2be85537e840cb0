import { activity } from "./en/activity";
import { common } from "./en/common";
import { frame } from "./en/frame";
import { settings } from "./en/settings";
import { start } from "./en/start";

/** English, the language the others follow. */
export const en = { common, frame, start, activity, settings } as const;

import { act } from "./en/act";
import { activity } from "./en/activity";
import { candidate } from "./en/candidate";
import { common } from "./en/common";
import { exporting } from "./en/export";
import { frame } from "./en/frame";
import { interview } from "./en/interview";
import { job } from "./en/job";
import { offer } from "./en/offer";
import { pipeline } from "./en/pipeline";
import { settings } from "./en/settings";
import { start } from "./en/start";

/** English, the language the others follow. */
export const en = {
  common,
  frame,
  start,
  act,
  activity,
  settings,
  job,
  pipeline,
  candidate,
  interview,
  offer,
  export: exporting,
} as const;

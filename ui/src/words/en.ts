import { act } from "./en/act";
import { activity } from "./en/activity";
import { candidate } from "./en/candidate";
import { common } from "./en/common";
import { exporting } from "./en/export";
import { frame } from "./en/frame";
import { interview } from "./en/interview";
import { job } from "./en/job";
import { offer } from "./en/offer";
import { person } from "./en/person";
import { pipeline } from "./en/pipeline";
import { prefs } from "./en/prefs";
import { pool } from "./en/pool";
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
  person,
  pool,
  prefs,
  interview,
  offer,
  export: exporting,
} as const;

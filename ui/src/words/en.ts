import { act } from "./en/act";
import { activity } from "./en/activity";
import { candidate } from "./en/candidate";
import { chart } from "./en/chart";
import { common } from "./en/common";
import { create } from "./en/create";
import { deed } from "./en/deed";
import { exporting } from "./en/export";
import { frame } from "./en/frame";
import { interview } from "./en/interview";
import { job } from "./en/job";
import { offer } from "./en/offer";
import { person } from "./en/person";
import { pipeline } from "./en/pipeline";
import { prefs } from "./en/prefs";
import { pool } from "./en/pool";
import { review } from "./en/review";
import { settings } from "./en/settings";
import { start } from "./en/start";
import { today } from "./en/today";

/** English, the language the others follow. */
export const en = {
  common,
  frame,
  start,
  today,
  review,
  act,
  activity,
  settings,
  job,
  chart,
  create,
  deed,
  pipeline,
  candidate,
  person,
  pool,
  prefs,
  interview,
  offer,
  export: exporting,
} as const;

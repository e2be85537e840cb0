import { act } from "./de/act";
import { activity } from "./de/activity";
import { candidate } from "./de/candidate";
import { chart } from "./de/chart";
import { common } from "./de/common";
import { create } from "./de/create";
import { deed } from "./de/deed";
import { exporting } from "./de/export";
import { frame } from "./de/frame";
import { interview } from "./de/interview";
import { job } from "./de/job";
import { offer } from "./de/offer";
import { person } from "./de/person";
import { prefs } from "./de/prefs";
import { pool } from "./de/pool";
import { pipeline } from "./de/pipeline";
import { review } from "./de/review";
import { settings } from "./de/settings";
import { start } from "./de/start";
import { today } from "./de/today";
import type { en } from "./en";
import type { Words } from "./shape";

/** German: every key of English. */
export const de = {
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
} as const satisfies Words<typeof en>;

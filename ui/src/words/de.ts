import { act } from "./de/act";
import { activity } from "./de/activity";
import { candidate } from "./de/candidate";
import { common } from "./de/common";
import { exporting } from "./de/export";
import { frame } from "./de/frame";
import { interview } from "./de/interview";
import { job } from "./de/job";
import { offer } from "./de/offer";
import { person } from "./de/person";
import { prefs } from "./de/prefs";
import { pool } from "./de/pool";
import { pipeline } from "./de/pipeline";
import { settings } from "./de/settings";
import { start } from "./de/start";
import type { en } from "./en";
import type { Words } from "./shape";

/** German: every key of English. */
export const de = {
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
} as const satisfies Words<typeof en>;

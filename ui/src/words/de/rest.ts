import { act } from "./act";
import { activity } from "./activity";
import { candidate } from "./candidate";
import { chart } from "./chart";
import { create } from "./create";
import { deed } from "./deed";
import { exporting } from "./export";
import { interview } from "./interview";
import { me } from "./me";
import { offer } from "./offer";
import { person } from "./person";
import { prefs } from "./prefs";
import { pool } from "./pool";
import { pipeline } from "./pipeline";
import { review } from "./review";
import { settings } from "./settings";
import { start } from "./start";
import { today } from "./today";
import type { rest as english } from "../en/rest";
import type { Words } from "../shape";

/** What the other screens say. */
export const rest = {
  act,
  activity,
  candidate,
  chart,
  create,
  deed,
  export: exporting,
  interview,
  me,
  offer,
  person,
  prefs,
  pool,
  pipeline,
  review,
  settings,
  start,
  today,
} as const satisfies Words<typeof english>;

import type { CommandName, Commands } from "../bindings/commands";
import { WINDOW } from "../feature/candidate/table/scale";
import { asked } from "../feature/job/list";
import { askEarly } from "../platform/early";
import { chosenLanguage, speechOf } from "../words/language";
import { showPicture } from "./picture";
import { dress, remembered } from "./worn";

type Question = { [Name in CommandName]: readonly [Name, Commands[Name]["input"]] }[CommandName];

/** What the first paint shows, asked for while the rest of the window is still read: see `GROUPS` in `bundle.ts`. */
export const FIRST: readonly Question[] = [
  ["workspace_state", {}],
  ["list_jobs", { ...asked({}), offset: 0, limit: WINDOW }],
  ["sync_status", {}],
];

if (import.meta.env.VITE_FAKE !== "1") {
  for (const [name, input] of FIRST) void askEarly(name, input);
  dress(remembered());
  showPicture(speechOf(chosenLanguage(), navigator.languages).locale);
}

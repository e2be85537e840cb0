import { platform } from "../platform";
import { askEarly } from "../platform/early";
import { locale } from "../words";
import { FIRST } from "./first";
import { onRows, sizeNow, WORN } from "./picture";

/** What the first rows need at most to stand there again. */
const PATIENCE_MS = 800;
/** The setting a picture is kept in; see `picture.rs`. */
const KEPT = "first_picture";

/** Whether the first rows come to stand in `place`. */
const drawn = async (place: HTMLElement): Promise<boolean> =>
  new Promise((resolve) => {
    const stop = onRows(place, () => { resolve(true); });
    setTimeout(() => { stop(); resolve(false); }, PATIENCE_MS);
  });

/** What a picture looks like beside its markup, as attributes. */
function worn(): [string, string][] {
  const looks = WORN.flatMap((name): [string, string][] => { const value = document.documentElement.getAttribute(name); return value === null ? [] : [[name, value]]; });
  return [["lang", locale], ["data-size", sizeNow()], ...looks];
}

/** Has the window drawn anew, as `script` does it at a start, and keeps what it shows first for the next one. */
export async function leavePicture(place: HTMLElement, redraw: () => void, script: string): Promise<void> {
  location.hash = "#/jobs";
  // Of the sync nothing is shown that could be old: see `data-now`.
  const asked = FIRST.filter(([name]) => name !== "sync_status").map(([name, input]) => ({ name, input, answer: askEarly(name, input) }));
  const wait = drawn(place);
  redraw();
  if (!(await wait)) return;
  const html = place.innerHTML;
  const answers = await Promise.all(asked.map(async ({ name, input, answer }) => ({ name, input, answer: await answer })));
  await platform.call("set_setting", { key: KEPT, value: JSON.stringify({ html, script, worn: worn(), asked: answers }) });
}

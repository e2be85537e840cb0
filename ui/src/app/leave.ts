import type { Commands } from "../bindings/commands";
import { platform } from "../platform";
import { askEarly } from "../platform/early";
import { locale } from "../words";
import { FIRST } from "./first";
import { onRows, sizeNow, WORN } from "./picture";

/** What the first rows need at most to stand there again. */
const PATIENCE_MS = 2_000;
/** The setting a picture is kept in; see `picture.rs`. */
const KEPT = "first_picture";

type Asked = { name: string; input: unknown; answer: Promise<unknown> };

/** Asks what the first screen asks. Of the sync nothing is shown that could be old: see `data-now`. */
const ask = (): Asked[] => FIRST.filter(([name]) => name !== "sync_status").map(([name, input]) => ({ name, input, answer: askEarly(name, input) }));

/** Whether the first rows come to stand in `place`; where these answers say that there are none, nobody waits for them. */
const drawn = async (place: HTMLElement, asked: readonly Asked[]): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (are: boolean) => { stop(); clearTimeout(patience); resolve(are); };
    const stop = onRows(place, () => { end(true); });
    const patience = setTimeout(() => { end(false); }, PATIENCE_MS);
    for (const { name, answer } of asked) {
      answer.then((said) => { if (name === "list_jobs" && (said as Commands["list_jobs"]["output"]).total === 0) end(false); }, () => { end(false); });
    }
  });

/** What a picture looks like beside its markup, as attributes. */
function worn(): [string, string][] {
  const looks = WORN.flatMap((name): [string, string][] => { const value = document.documentElement.getAttribute(name); return value === null ? [] : [[name, value]]; });
  return [["lang", locale], ["data-size", sizeNow()], ...looks];
}

/** Has the window drawn anew, as `script` does it at a start, and keeps what it shows first for the next one. */
export async function leavePicture(place: HTMLElement, redraw: () => void, script: string): Promise<void> {
  location.hash = "#/jobs";
  const asked = ask();
  const wait = drawn(place, asked);
  redraw();
  if (!(await wait)) return;
  const html = place.innerHTML;
  const answers = await Promise.all(asked.map(async ({ name, input, answer }) => ({ name, input, answer: await answer })));
  await platform.call("set_setting", { key: KEPT, value: JSON.stringify({ html, script, worn: worn(), asked: answers }) });
}

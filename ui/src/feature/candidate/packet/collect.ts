import type { AnswerRow, CandidateView, FeedbackRow, NoteRow } from "../../../bindings/types";
import { failureOf, platform } from "../../../platform";
import { call } from "../../../query";

export type Chosen = { resume: boolean; notes: boolean; privateNotes: boolean; answers: boolean; feedback: boolean };
/** Everything a packet shows. `pages` are pictures of the résumé's pages; `text` stands for it where it is no PDF. */
export type Collected = { made: string; pages: string[]; text: string; resumeAway: string | null; notes: NoteRow[]; answers: AnswerRow[]; feedback: FeedbackRow[] };

/** Pixels across a printed page. */
const WIDTH = 1_240;

type Page<Row> = { rows: Row[]; next: number | null };

/** Every part of a list that comes in parts. */
export async function whole<Row>(read: (offset: number) => Promise<Page<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const { rows, next }: Page<Row> = await read(offset);
    all.push(...rows);
    offset = next;
  }
  return all;
}

async function drawn(bytes: ArrayBuffer): Promise<string[]> {
  const { openPdf } = await import("../resume/PdfPages");
  const task = openPdf(bytes);
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: WIDTH / page.getViewport({ scale: 1 }).width });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    await page.render({ canvas, viewport, background: "#fff" }).promise;
    pages.push(canvas.toDataURL("image/png"));
  }
  await task.destroy();
  return pages;
}

/** The résumé as pictures, or as words, or why it cannot be had: a packet without it is better than none. */
async function resumeOf(id: string): Promise<Pick<Collected, "pages" | "text" | "resumeAway">> {
  try {
    return { pages: await drawn(await platform.resume(id)), text: "", resumeAway: null };
  } catch (thrown) {
    const text = await whole((offset) => call("file_text", { candidate_id: id, file_id: null, offset }).then((part) => ({ rows: [part.text], next: part.next }))).catch(() => []);
    return { pages: [], text: text.join(""), resumeAway: text.join("") === "" ? failureOf(thrown).message : null };
  }
}

/** Gathers what was chosen of a person. */
export async function collect({ id, resume }: CandidateView, chosen: Chosen): Promise<Collected> {
  const paper = chosen.resume && resume !== null ? await resumeOf(id) : { pages: [], text: "", resumeAway: null };
  const notes = chosen.notes ? (await call("candidate_notes", { id })).notes.filter((note) => chosen.privateNotes || !note.private) : [];
  const answers = chosen.answers ? await whole((offset) => call("candidate_answers", { id, offset }).then((part) => ({ rows: part.answers, next: part.next }))) : [];
  const feedback = chosen.feedback ? await whole((offset) => call("candidate_feedback", { id, offset }).then((part) => ({ rows: part.feedback, next: part.next }))) : [];
  return { made: new Date().toISOString(), ...paper, notes, answers, feedback };
}

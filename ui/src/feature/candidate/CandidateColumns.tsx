import type { CandidateRow, CandidateSort, FoundIn } from "../../bindings/types";
import { Age, StageGlyph, StateGlyph, Tag } from "../../component";
import { around, marked, type Piece } from "./marks";
import type { Column } from "./table/Table";
import { t } from "../../words";
import { count, headline, jobsOf, place } from "./words";
import css from "./Candidates.module.css";

/** The columns of the people table; `query` is what names are marked with. */
export function columns(query: string): Column<CandidateRow, CandidateSort>[] {
  return [
    { id: "name", head: t("candidate.name"), width: "minmax(150px, 0.8fr)", sort: "name", cell: (row) => <span className={css.name} dir="auto" title={row.name}><Marked text={row.name} query={query} /></span> },
    { id: "headline", head: t("candidate.headline"), width: "minmax(170px, 1.5fr)", yields: 1, cell: (row) => <span title={headline(row.title, row.company)}>{headline(row.title, row.company)}</span> },
    { id: "stage", head: t("candidate.stage"), width: "164px", cell: (row) => <Stage row={row} /> },
    { id: "job", head: t("candidate.job"), width: "minmax(150px, 1.2fr)", yields: 3, cell: (row) => <Job row={row} /> },
    { id: "source", head: t("candidate.source"), width: "minmax(116px, 0.7fr)", yields: 4, cell: (row) => <span title={row.source ?? undefined}>{row.source}</span> },
    { id: "tags", head: t("candidate.tags"), width: "minmax(120px, 0.5fr)", yields: 2, cell: (row) => <Tags tags={row.tags} /> },
    { id: "location", head: t("candidate.location"), width: "minmax(96px, 0.6fr)", yields: 5, cell: ({ location }) => location !== null && <span title={place(location)}>{place(location)}</span> },
    { id: "updated", head: t("candidate.updated"), width: "66px", sort: "updated", end: true, cell: (row) => row.updated_at !== null && <Age at={row.updated_at} /> },
    { id: "created", head: t("candidate.created"), width: "72px", sort: "created", end: true, yields: 6, cell: (row) => row.created_at !== null && <Age at={row.created_at} /> },
  ];
}

/** Where the words were found, after what people do; what has no room beside it is left out. */
export function withFound(shown: readonly Column<CandidateRow, CandidateSort>[], query: string): Column<CandidateRow, CandidateSort>[] {
  const at = shown.findLastIndex(({ id }) => id === "name" || id === "headline") + 1;
  return shown.toSpliced(at, 0, { id: "found", head: t("candidate.found"), width: "minmax(188px, 2.2fr)", cell: ({ found_in: found }) => (found ? <Found found={found} query={query} /> : null) });
}

export const Marked = ({ text, query }: { text: string; query: string }) => <Pieces pieces={marked(text, query)} />;

const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map((piece, index) => (piece.hit ? <mark key={index} className={css.mark}>{piece.text}</mark> : piece.text));

/** Where the words stand, when the row itself does not show them. */
function Found({ found, query }: { found: FoundIn; query: string }) {
  return (
    <span className={css.found} title={found.snippet}>
      <span className={css.where}>{t(`candidate.foundIn.${found.kind}`)}</span>
      <span className={css.cut}><Pieces pieces={around(found.snippet, query)} /></span>
    </span>
  );
}

/** The job of the shown application, and how many others there are. */
function Job({ row }: { row: CandidateRow }) {
  const more = row.applications - 1;
  return (
    <span className={css.job} title={jobsOf(row)}>
      <span className={css.cut}>{row.job}</span>
      {more > 0 && <span className={css.more}>+{count(more)}</span>}
    </span>
  );
}

function Stage({ row: { stage, pending } }: { row: CandidateRow }) {
  if (!stage) return null;
  return (
    <span className={css.stage}>
      <StageGlyph kind={stage.kind} />
      <span className={css.cut} title={stage.name}>{stage.name}</span>
      {pending && <StateGlyph state="waiting" size={14} label={t("candidate.pendingMove")} />}
    </span>
  );
}

/** Letters that fit on two tags. */
const ROOM = 12;

/** Two tags at most, by what fits; the rest as a number. */
function Tags({ tags }: { tags: string[] }) {
  const letters = (tags[0]?.length ?? 0) + (tags[1]?.length ?? 0);
  const fits = tags.length > 1 && letters <= (tags.length === 2 ? ROOM : ROOM - 4) ? 2 : 1;
  const more = tags.length - fits;
  return (
    <span className={css.tags} title={tags.join(", ")}>
      {tags.slice(0, fits).map((tag) => <Tag key={tag}>{tag}</Tag>)}
      {more > 0 && <span className={css.more}>+{more}</span>}
    </span>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { Failure, PassthroughReply } from "../../bindings/types";
import { call } from "../../query";
import { t } from "../../words";
import { flag, rows, text, words, type Row } from "../record";

/** What only Ashby itself lists: it is asked when a dialog needs it, and the answer is kept while the window is open. */
export type Listed = "communicationTemplate.list" | "feedbackFormDefinition.list" | "customField.list";

const PAGES = 20;
const KEPT_MS = 30 * 60_000;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Ashby's refusal as a failure with a cure. */
function refused(status: number, answer: Row, request: string | undefined): Failure {
  const said = words(answer, "errors").join(", ");
  const missing = status === 403 || said.includes("permission");
  return missing
    ? { code: "INTEGRATION.PERMISSION_MISSING", message: t("deed.listed.refused"), cure: t("deed.listed.permission"), request_id: request ?? null }
    : { code: "REMOTE.UNKNOWN_HTTP_ERROR", message: said === "" ? t("deed.listed.status", { status }) : t("deed.listed.said", { said }), cure: t("deed.listed.again"), request_id: request ?? null };
}

/** All rows of one of Ashby's lists. */
export async function listed(endpoint: Listed): Promise<Row[]> {
  const found: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const reply: PassthroughReply = await call("passthrough", { path: `/${endpoint}`, data: cursor === null ? {} : { cursor } });
    const answer: Row = isRow(reply.data) ? reply.data : {};
    // eslint-disable-next-line no-throw-literal -- a failure is data, as it is over IPC
    if (answer.success !== true) throw refused(reply.status, answer, reply.headers["x-request-id"]);
    found.push(...rows(answer, "results"));
    cursor = flag(answer, "moreDataAvailable") ? text(answer, "nextCursor") : null;
    if (cursor === null) break;
  }
  return found;
}

/** One of Ashby's lists while a screen needs it; it is never asked twice in half an hour. */
export const useListed = (endpoint: Listed, enabled = true) =>
  useQuery<Row[], Failure>({ queryKey: ["passthrough", { all: endpoint }], queryFn: () => listed(endpoint), enabled, gcTime: KEPT_MS });

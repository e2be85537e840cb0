import type { Passed, PassthroughInput, PassthroughReply, ReferenceName } from "../../bindings/types";
import { DEFINITIONS } from "./fields";
import { FORMS, TEMPLATES } from "./forms";
import { SOURCES } from "./names";
import { failure } from "./outbox";
import type { World } from "./world";

const reads = (name: string): boolean => /^(?:list(?![a-z])|info$|search$)/.test(name.split(".")[1] ?? "");

/** Ashby's own API at the demo, as far as it is asked by hand. */
export class Console {
  readonly log: Passed[] = [];
  #calls = 0;
  constructor(readonly world: World, readonly now: () => number, readonly offline: boolean) {}

  #answer(name: string, data: Record<string, unknown>): unknown {
    const lists: Record<string, readonly unknown[]> = {
      "communicationTemplate.list": TEMPLATES, "feedbackFormDefinition.list": FORMS, "customField.list": DEFINITIONS, "source.list": SOURCES.map((title) => ({ id: `source-${title}`, title, isArchived: false })),
      "job.list": this.world.jobs.slice(0, 50).map(({ id, title, status }) => ({ id, title, status })), "candidate.list": this.world.people.slice(0, 50).map(({ id, name }) => ({ id, name })),
    };
    const found = lists[name];
    if (found) return { success: true, results: found, moreDataAvailable: false };
    if (name === "candidate.info") {
      const person = this.world.people.find(({ id }) => id === data["id"]);
      return person ? { success: true, results: { id: person.id, name: person.name, primaryEmailAddress: { value: person.email } } } : { success: false, errors: ["candidate_not_found"], errorInfo: { code: "candidate_not_found" } };
    }
    return reads(name) ? { success: false, errors: ["endpoint_not_found"], errorInfo: { code: "endpoint_not_found" } } : { success: true, results: {} };
  }

  reference(list: ReferenceName): readonly Record<string, unknown>[] {
    return { templates: TEMPLATES, feedback_forms: FORMS, custom_fields: DEFINITIONS }[list];
  }

  pass({ path, data, confirmed = false }: PassthroughInput): PassthroughReply {
    const name = path.replace(/^\//, "");
    if (!/^[a-z]+\.[a-z]+$/i.test(name)) throw failure("PLATFORM.INPUT_INVALID", "This is not the name of an endpoint.", "Give one such as candidate.info; the host cannot be chosen.");
    if (data !== undefined && (typeof data !== "object" || data === null || Array.isArray(data))) throw failure("PLATFORM.INPUT_INVALID", "Ashby takes a JSON object.", "Give one, {} at the least.");
    const writes = !reads(name);
    if (writes && !confirmed) throw failure("PLATFORM.CONFIRMATION_NEEDED", `${name} may change something in Ashby. Nothing was sent.`, "Confirm it (on the command line: --yes).");
    if (this.offline) throw failure("REMOTE.SERVICE_UNAVAILABLE", "Ashby cannot be reached now.", "Try again when the line is back.");
    const body = this.#answer(name, (data ?? {}) as Record<string, unknown>);
    this.#calls += 1;
    const [code] = (body as { errors?: string[] }).errors ?? [];
    const request = `demo-${String(this.#calls).padStart(4, "0")}`;
    const text = JSON.stringify(body);
    this.log.unshift({ at: new Date(this.now()).toISOString(), endpoint: name, writes, status: 200, code: code ?? null, request_id: request, ms: 84 + (this.#calls % 7) * 31, sent: JSON.stringify(data ?? {}).length, received: text.length });
    return { url: `/${name}`, status: 200, headers: { "content-type": "application/json", "x-request-id": request }, data: body, warnings: writes ? ["What this changed is seen here after the next sync."] : [] };
  }
}

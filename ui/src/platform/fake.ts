import type { CommandName, Commands, Tag } from "../bindings/commands";
import type { Coverage, View } from "../bindings/types";
import { Acts } from "./fake/acts";
import { Agenda } from "./fake/agenda";
import { Console } from "./fake/console";
import { Create } from "./fake/create";
import { Day } from "./fake/day";
import { Fields } from "./fake/fields";
import { Lists } from "./fake/lists";
import { More } from "./fake/more";
import { failure, Outbox } from "./fake/outbox";
import { Persons } from "./fake/person";
import { Profiles } from "./fake/profile";
import { Quality } from "./fake/quality";
import { resumeOf } from "./fake/resume";
import { rowsOf } from "./fake/rows";
import { scopesOf } from "./fake/scopes";
import { Sync } from "./fake/sync";
import { worldOf } from "./fake/world";
import { Workspace, type Fault } from "./fake/workspace";
import type { Platform } from "./platform";

/** What no screen asks for yet is refused. */
type Handlers = { [Name in CommandName]?: (input: Commands[Name]["input"]) => Commands[Name]["output"] };

const ALL: Tag[] = ["workspace", "sync", "jobs", "pipeline", "candidates", "candidate", "activity", "settings", "views"];
const WRITES: Tag[] = ["pipeline", "candidates", "candidate", "jobs", "activity", "sync"];
const FAULTS = ["locked", "damaged", "keychain", "wrong-key"] as const;
/** Everyone whose number ends so has a résumé that cannot be had now. */
const AWAY = 41;

type Settings = { search?: string; now?: () => number };

/**
 * The demo workspace in memory, for the browser and for tests. The address switches it:
 * `?first-run`, `?offline`, `?empty`, `?big`, `?locked`, `?damaged`, `?keychain`, `?wrong-key`, `?held`.
 */
export function fake({ search = globalThis.location?.search ?? "", now = Date.now }: Settings = {}): Platform {
  const flags = new URLSearchParams(search);
  const offline = flags.has("offline");
  const fault: Fault = FAULTS.find((one) => flags.has(one)) ?? null;
  const listeners = new Set<(tags: Tag[]) => void>();
  const notify = (tags: Tag[]) => { for (const listener of listeners) listener(tags); };
  const world = worldOf(now(), flags.has("big"));
  if (flags.has("empty")) {
    world.people.length = 0;
    world.jobs.length = 0;
    world.applications.clear();
  }
  const outbox = new Outbox(now, () => { notify(WRITES); });
  outbox.offline = offline;
  if (!flags.has("quiet")) outbox.seed(world);
  const workspace = new Workspace(flags.has("first-run") ? "none" : (fault ?? "ready"));
  const sync = new Sync(world, outbox, now, notify, offline);
  const coverage = (total: number): Coverage => ({ total, as_of: sync.status().synced_at, complete: !sync.first });
  const lists = new Lists(world, outbox, now, coverage, () => sync.share);
  const made = new Create(lists, outbox, now);
  const fields = new Fields();
  const profiles = new Profiles(world, outbox, fields, now);
  const agenda = new Agenda(world, now, coverage);
  const persons = new Persons(world, outbox, lists, profiles, now, notify);
  const acts = new Acts(lists, outbox, new More(lists, fields, persons, now), now);
  const ashby = new Console(world, now, offline);
  const quality = new Quality(flags.has("held") ? now() : null);
  const settings = new Map<string, string>();
  const day = new Day(lists, now, (key) => settings.get(key) ?? null);
  let views: View[] = [];
  let remapping: unknown = { rules: [], models: {}, fields: {}, custom_fields: [], passthrough: {} };
  let asked: number | null = null;

  const reopened = () => {
    setTimeout(() => { notify(ALL); }, 0);
    return workspace.state;
  };
  const handlers: Handlers = {
    ...persons.handlers,
    workspace_state: () => workspace.state,
    reopen: () => reopened(),
    open_demo: () => { workspace.open("demo", null); sync.start(true, true); return reopened(); },
    check_key: (input) => workspace.check(input),
    connect: (input) => { workspace.check(input); workspace.open("ashby", input.vault.kind); sync.start(true, true); return reopened(); },
    unlock: ({ passphrase }) => { workspace.unlock(passphrase); return reopened(); },
    rebuild_mirror: () => { workspace.open("ashby", workspace.state.vault); sync.start(true, true); return reopened(); },
    disconnect: ({ keep_until: until }) => {
      if (until === undefined) workspace.close();
      else workspace.keep(until, now());
      return reopened();
    },
    key_report: () => workspace.report(),
    sync_status: () => sync.status(),
    sync_now: ({ full }) => { sync.start(false, full); return sync.status(); },
    set_sync_mode: ({ mode }) => { sync.mode = mode.kind === "recent" ? `recent:${String(mode.days)}` : mode.kind === "all" ? "all" : "created-only"; sync.start(false, true); notify(["sync", "candidates"]); return sync.status(); },
    sync_runs: () => sync.runs(),
    quality_checks: () => quality.open,
    decide_quality_check: ({ id }) => { quality.decide(id); setTimeout(() => { notify(ALL); }, 0); return {}; },
    list_jobs: (input) => lists.jobs(input),
    list_views: () => views,
    save_view: ({ id, ...view }) => {
      if (views.some((one) => one.name === view.name && one.id !== id)) throw failure("PLATFORM.INPUT_INVALID", "Another view has this name.", "Give it a name of its own.");
      const kept = { ...view, id: id ?? `view-${String(views.length + 1)}-${view.name}` };
      views = [...views.filter((one) => one.id !== kept.id), kept];
      notify(["views"]);
      return kept;
    },
    reorder_views: ({ ids }) => { views = [...ids.flatMap((id) => views.find((one) => one.id === id) ?? []), ...views.filter(({ id }) => !ids.includes(id))]; notify(["views"]); return {}; },
    remapping: () => ({ remapping }),
    set_remapping: (input) => { remapping = input.remapping; notify(["settings"]); return {}; },
    new_recovery_code: () => ({ code: "K7QPM-2XW4T-9BHRD-VFJ3C-N8YLE" }),
    recover: ({ code }) => { workspace.recover(code); return reopened(); },
    lock: () => { workspace.lock(); return workspace.state; },
    forget_person: () => ({ found: true, message: "Everything about this person was removed from this computer. Ashby still has it; later syncs leave it out." }),
    remember_person: () => ({ found: true, message: "The next sync brings this person back." }),
    delete_view: ({ id }) => { views = views.filter((one) => one.id !== id); notify(["views"]); return {}; },
    scope_report: ({ rerun }) => {
      asked = rerun ? now() : asked;
      return scopesOf(asked === null ? null : { at: new Date(asked).toISOString(), key: workspace.report() }, sync.status());
    },
    test_model: ({ model }) => {
      const found = scopesOf(asked === null ? null : { at: new Date(asked).toISOString(), key: workspace.report() }, sync.status()).models.find((one) => one.model === model);
      if (!found) throw failure("INTEGRATION.MODEL_NOT_AVAILABLE", "There is no such model.", "Choose one of the list.");
      return { ...found, asked_at: new Date(now()).toISOString() };
    },
    list_rows: (input) => rowsOf(lists, fields, input),
    list_fields: ({ model }) => fields.list(model),
    record_fields: ({ model, id }) => (model !== "ats_jobs" ? fields.named(id) : [{ label: "Cost centre", value: "4711" }, { label: "Backfill", value: "No" }]),
    export: ({ list, path }) => ({ path, rows: list.kind === "people" ? lists.people({ ...list, offset: 0, limit: 1 }).total : world.jobs.length, bytes: 48_000 }),
    board: (input) => lists.board(input),
    board_cards: (input) => lists.cards(input),
    board_filters: ({ job_id }) => lists.names(job_id),
    today: (input) => day.today(input),
    review_jobs: (input) => day.reviewJobs(input),
    review_queue: (input) => day.reviewQueue(input),
    waiting_long: (input) => day.waiting(input),
    job_chart: (input) => day.chart(input),
    move_targets: ({ application_id }) => lists.targets(lists.applicationOf(application_id)),
    list_candidates: (input) => lists.people(input),
    agenda: (input) => agenda.between(input),
    overdue_feedback: (input) => agenda.overdue(input),
    agenda_file: ({ calendar, path }) => ({ path, interviews: agenda.chosen(calendar).length }),
    list_offers: (input) => agenda.offers(input),
    candidate: ({ id }) => { const view = profiles.view(id); return { ...view, tags: persons.tags(id, view.tags) }; },
    candidate_notes: ({ id }) => { const list = profiles.notes(id); return { ...list, notes: persons.notes(id, list.notes) }; },
    candidate_process: ({ id }) => profiles.process(id),
    candidate_answers: ({ id }) => profiles.answers(id),
    view: ({ id }) => { const view = views.find((one) => one.id === id); if (!view) throw failure("PLATFORM.INPUT_INVALID", "This view is not here any more.", "Choose another one."); return view; },
    candidate_refresh: ({ id }) => { if (!offline) { profiles.refresh(id); setTimeout(() => { notify(["candidate"]); }, 400); } return {}; },
    palette: (input) => lists.palette(input),
    create_form: ({ job_id }) => made.form(job_id),
    list_sources: () => made.sources(),
    list_users: () => made.users(),
    duplicates_for: (input) => made.duplicates(input),
    create_candidate: (input) => made.make(input),
    create_application: (input) => made.make(input),
    rejection_reasons: () => acts.reasons(),
    move_application_to_stage: (input) => acts.one("move_application_to_stage", input),
    reject_application: (input) => acts.one("reject_application", input),
    add_tag_to_candidate: (input) => acts.one("add_tag_to_candidate", input),
    remove_tag_from_candidate: (input) => acts.one("remove_tag_from_candidate", input),
    add_note_to_application: (input) => acts.one("add_note_to_application", input),
    add_note_to_candidate: (input) => acts.one("add_note_to_candidate", input),
    reject_application_with_mail: (input) => acts.one("reject_application_with_mail", input),
    transfer_application_to_job: (input) => acts.one("transfer_application_to_job", input),
    unarchive_application: (input) => acts.one("unarchive_application", input),
    change_application_source: (input) => acts.one("change_application_source", input),
    set_candidate_fields: (input) => acts.one("set_candidate_fields", input),
    set_application_fields: (input) => acts.one("set_application_fields", input),
    add_candidate_to_project: (input) => acts.one("add_candidate_to_project", input),
    remove_candidate_from_project: (input) => acts.one("remove_candidate_from_project", input),
    submit_feedback: (input) => acts.one("submit_feedback", input),
    reference_list: ({ list }) => ({ records: [...ashby.reference(list)] }),
    passthrough: (input) => { const reply = ashby.pass(input); notify(["activity"]); return reply; },
    passthrough_log: () => ashby.log,
    intent_detail: ({ intent_id }) => outbox.detail(outbox.find(intent_id)),
    edit: ({ intent_id, input }) => {
      const intent = outbox.find(intent_id);
      if (intent.state !== "failed" && intent.state !== "conflict") throw failure("PLATFORM.INPUT_INVALID", "Only what failed, or waits for a decision, can be changed.", "Take it back or discard it, then ask for it anew.");
      const queued = acts.one(intent.deed.action, input);
      outbox.discard(intent);
      return queued;
    },
    act_many: (input) => acts.many(input),
    undo: ({ intent_id }) => outbox.undo(outbox.find(intent_id)),
    undo_last: () => { const last = outbox.last(); return last === null ? null : outbox.undo(last); },
    retry: ({ intent_id }) => outbox.row(outbox.retry(outbox.find(intent_id))),
    discard: ({ intent_id }) => outbox.row(outbox.discard(outbox.find(intent_id))),
    decide: ({ intent_id, choice }) => outbox.row(outbox.decide(outbox.find(intent_id), choice === "mine")),
    intent: ({ intent_id }) => outbox.row(outbox.find(intent_id)),
    activity: (input) => outbox.page(input),
    setting: ({ key }) => settings.get(key) ?? null,
    set_setting: ({ key, value }) => { settings.set(key, value); return {}; },
  };

  return {
    // Answers are copies, as they are over IPC: what the UI holds never changes beneath it.
    call: async (name, input) => structuredClone(await Promise.resolve().then(() => {
      const handler = handlers[name];
      if (!handler) throw failure("INTEGRATION.ACTION_NOT_AVAILABLE", `The browser's workspace does not know ${name}.`, "Open it in Samara itself.");
      return handler(input);
    })),
    resume: (candidateId) => new Promise((resolve) => {
      const person = profiles.personOf(candidateId);
      if (Number(candidateId.slice(5)) % 100 === AWAY) throw failure("REMOTE.SERVICE_UNAVAILABLE", "Ashby does not answer now, and this résumé is not on this computer yet.", "Try again when the line is back.", "5ee0-77aa");
      resolve(resumeOf(person));
    }),
    file: (candidateId) => Promise.resolve(resumeOf(profiles.personOf(candidateId))),
    saveFile: (_candidate, _file, name) => Promise.resolve(`/home/maren/Downloads/${name}`),
    saveText: (name) => Promise.resolve(`/home/maren/Downloads/${name}`),
    zoom: (factor) => { document.documentElement.style.setProperty("zoom", String(factor)); },
    print: () => { globalThis.print(); },
    onChange(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    exportFolder: () => Promise.resolve("/home/maren/Downloads"),
    waitingLink: () => { const link = flags.get("link"); flags.delete("link"); return Promise.resolve(link); },
    onLink: () => () => undefined,
    onLeaving: () => undefined,
    leave: () => Promise.resolve(),
    openLink: (url) => { globalThis.open?.(url, "_blank", "noopener"); return Promise.resolve(); },
  };
}

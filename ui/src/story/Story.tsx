import { useState, type ReactNode } from "react";
import { BookmarkPlus, Ellipsis, Search, Trash2 } from "lucide-react";
import type { Coverage as Covered, Failure } from "../bindings/types";
import { useAppearance, wear } from "../app/theme";
import {
  Age, Avatar, Badge, Button, Checkbox, Choices, ContextMenu, Coverage, Dialog, EmptyState, FailureState, Field, IconButton, Kbd, Mark, Menu, MenuButton, OfflineGlyph, Popover, RichText, SearchField, Seed, Select, SkeletonRows, StageGlyph, StateGlyph, Switch, Tabs, Tag, TextArea, Tick, Toasts, ToolRow, Tooltip,
  Typeahead, spotOf, toast, type Spot,
} from "../component";
import { TagEditor } from "../feature/candidate/act/TagEditor";
import { NoteItem } from "../feature/candidate/NotesColumn";
import { Table, type Column } from "../feature/candidate/table/Table";
import { FAILURE, KINDS, PEOPLE, STATES, TONES, VARIANTS } from "./samples";
import css from "./Story.module.css";

const AT = "2026-11-26T14:02:00.000Z";
const COVERED: Covered = { total: 98_412, as_of: AT, complete: true };
const nothing = () => undefined;

/** One primitive in all its states. */
function Piece({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return <section className={css.piece} data-story={id} aria-label={title}><h2>{title}</h2><div className={css.states}>{children}</div></section>;
}

/** Every primitive in every state on one page, for people to look at and for the visual tests. */
export function Story() {
  const { theme, density } = useAppearance();
  return (
    <main className={css.page} data-scroller>
      <header className={css.head}>
        <h1><Seed /> Samara</h1>
        <Choices label="Theme" hidden selected={theme} onSelect={(next) => { wear({ theme: next }); }} options={[{ id: "light", label: "Light" }, { id: "dark", label: "Dark" }, { id: "system", label: "System" }]} />
        <Choices label="Density" hidden selected={density} onSelect={(next) => { wear({ density: next }); }} options={[{ id: "comfortable", label: "Comfortable" }, { id: "compact", label: "Compact" }]} />
      </header>
      <div className={css.grid}>
        <Words />
        <Controls />
        <Fields />
        <Overlays />
        <Rows />
        <States />
      </div>
      <Toasts />
    </main>
  );
}

function Words() {
  return (
    <>
      <Piece id="type" title="Type and colour">
        <p className={css.name}>A person’s name, 20/600</p><p className={css.strong}>A panel’s title, 16/600</p><p>Rows and body, 13/400</p><p className={css.support}>Support in the second ink</p><p className={css.meta}>Meta in the third ink, 12/400</p>
        {["bg-surface", "bg-sunken", "bg-hover", "bg-press", "bg-chip", "bg-selected", "accent", "border-strong", "border-control"].map((name) => <span key={name} className={css.swatch}><i style={{ background: `var(--${name})` }} />{name}</span>)}
      </Piece>
      <Piece id="glyphs" title="Stages and states of a write">
        {KINDS.map((kind) => <span key={kind} className={css.pair}><StageGlyph kind={kind} />{kind}</span>)}
        {STATES.map((state) => <span key={state} className={css.pair}><StateGlyph state={state} />{state}</span>)}
        <span className={css.pair}><OfflineGlyph />offline</span>
      </Piece>
      <Piece id="marks" title="Marks, tags, badges, keys, avatars, ages">
        {TONES.map((tone) => <Mark key={tone} tone={tone}>{tone}</Mark>)}
        <Tag>Rust</Tag><Tag>A tag whose name is longer than anybody would ever wish for</Tag><Badge>1,284</Badge><Badge bad>4</Badge>
        <Kbd keys="Mod+k" /><Kbd keys="g j" /><Kbd keys="Escape" />
        <Avatar name="Leila Farrokhzad" size="small" /><Avatar name="Leila Farrokhzad" /><Avatar name="Leila Farrokhzad" size="medium" /><Avatar name="Leila Farrokhzad" size="large" />
        <span><Age at={AT} /> · <Age at={AT} ago /></span>
      </Piece>
    </>
  );
}

function Controls() {
  const [on, setOn] = useState(true);
  const [pick, setPick] = useState<"all" | "recent">("all");
  const [tab, setTab] = useState<"resume" | "notes" | "raw">("resume");
  return (
    <>
      <Piece id="buttons" title="Buttons">
        {VARIANTS.map((variant) => (
          <span key={variant} className={css.pair}>
            <Button variant={variant} kbd="l">Move to Onsite</Button><Button variant={variant}><BookmarkPlus />Save view</Button><Button variant={variant} size="small">Small</Button><Button variant={variant} isDisabled>Disabled</Button>
          </span>
        ))}
      </Piece>
      <Piece id="icon-buttons" title="Icon buttons">
        <IconButton label="More"><Ellipsis /></IconButton><IconButton label="More, framed" framed><Ellipsis /></IconButton><IconButton label="Small" size="small"><Search /></IconButton><IconButton label="Tiny" size="tiny"><Trash2 /></IconButton><IconButton label="Disabled" isDisabled><Trash2 /></IconButton>
      </Piece>
      <Piece id="choices" title="Checkbox, switch, radio">
        <Checkbox isSelected={on} onChange={setOn}>Chosen or not</Checkbox><Checkbox isSelected={!on} onChange={(next) => { setOn(!next); }}>The other way round</Checkbox><Checkbox isSelected isDisabled onChange={nothing}>Disabled</Checkbox><span className={css.pair}><Tick on={false} /><Tick on="some" /><Tick on />in a table</span>
        <Switch isSelected={on} onChange={setOn}>My jobs</Switch><Switch isSelected={!on} onChange={(next) => { setOn(!next); }}>Off</Switch>
        <div className={css.wide}><Choices label="What to keep" selected={pick} onSelect={setPick} options={[{ id: "all", label: "Everything", description: "Every person and application." }, { id: "recent", label: "Recent", description: "What changed lately." }]} /></div>
      </Piece>
      <Piece id="tabs" title="Tabs and the tool row">
        <div className={css.wide}><Tabs label="Sections" selected={tab} onSelect={setTab} items={[{ id: "resume", label: "Résumé" }, { id: "notes", label: "Notes", count: 5 }, { id: "raw", label: "Raw" }]} /><ToolRow end="of 98,412"><Coverage inline count="1,284 people" coverage={COVERED} /></ToolRow><Coverage count="1,284 people" coverage={{ ...COVERED, complete: false }} filtered took="9 ms" note="text of 812 of 1,284 résumés read" /></div>
      </Piece>
    </>
  );
}

function Fields() {
  const [text, setText] = useState("");
  const [city, setCity] = useState<"berlin" | "lisbon">("berlin");
  return (
    <>
      <Piece id="fields" title="Fields">
        <div className={css.field}><Field label="Name" value={text} onChange={setText} placeholder="Leila" description="As it stands in Ashby." /></div>
        <div className={css.field}><Field label="Key" value="abc" onChange={nothing} type="password" error="Ashby does not know this key." /></div>
        <div className={css.field}><Field label="Disabled" value="Not now" onChange={nothing} isDisabled /></div>
        <div className={css.field}><TextArea label="Note" value={text} onChange={setText} description="Several lines." /></div>
        <div className={css.field}><TextArea label="Values" value="Full-Time" onChange={nothing} mono error="Each line needs an =." rows={2} /></div>
        <div className={css.field}><SearchField label="Search" value={text} onChange={setText} placeholder="Search people" hint="Esc clears" /></div>
        <div className={css.field}><Select label="City" titled selected={city} onSelect={setCity} items={[{ id: "berlin", label: "Berlin" }, { id: "lisbon", label: "Lisbon" }]} /></div>
        <div className={css.field}><Select label="City, small" size="small" selected={city} onSelect={setCity} items={[{ id: "berlin", label: "Berlin" }, { id: "lisbon", label: "Lisbon" }]} /></div>
      </Piece>
      <Piece id="typeahead" title="Typeahead and tag editor">
        <div className={css.field}><Typeahead label="Person" placeholder="Name of a person" isWide suggest={(typed) => PEOPLE.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).map(({ id, name, title }) => ({ id, label: name, detail: title }))} onPick={nothing} none="Nobody is called so." /></div>
        <span className={css.pair}><TagEditor id="cand-00002" name="Leila" isKeyed={false} tags={[{ id: "1", name: "Rust" }, { id: "2", name: "Relocates", pending: { intent_id: "i", state: "waiting", label: "Not sent yet" } }]} /></span>
      </Piece>
    </>
  );
}

const ITEMS = [{ id: "open", label: "Open", kbd: "Enter" }, { id: "on", label: "Comfortable", isOn: true }, { id: "move", label: "Move to…", detail: "Onsite" }, { id: "gone", label: "Disconnect", danger: true }] as const;

function Overlays() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Piece id="menus" title="Menu, popover, tooltip">
        <div className={css.pop}><Menu label="Verbs" items={ITEMS} onAction={nothing} /></div>
        <MenuButton label="Verbs" items={ITEMS} onAction={nothing}>A menu</MenuButton>
        <Pointed />
        <Popover label="A surface" trigger={<Button>A popover</Button>} width={240}><p className={css.inside}>Beside what opens it.</p></Popover>
        <Tooltip text="Ashby’s page of this person"><Button>A reason on hover</Button></Tooltip>
      </Piece>
      <Piece id="dialogs" title="Dialog and toast">
        <Button onPress={() => { setOpen(true); }}>A question</Button>
        <Button onPress={() => { toast({ message: "Moved Leila Farrokhzad to Onsite", action: { label: "Undo", run: nothing } }); }}>A toast with a way back</Button>
        <Button onPress={() => { toast({ message: "Leila Farrokhzad was not moved", detail: "This key may not move candidates. An Ashby admin can switch it on.", tone: "failed" }); }}>A toast that failed</Button>
        <Dialog isOpen={open} title="Keep less?" onClose={() => { setOpen(false); }} footer={<><Button onPress={() => { setOpen(false); }}>Cancel</Button><Button variant="danger" onPress={() => { setOpen(false); }}>Keep less</Button></>}><p>People outside of it leave every list now.</p></Dialog>
      </Piece>
    </>
  );
}

const COLUMNS: Column<(typeof PEOPLE)[number], "name">[] = [{ id: "name", head: "Name", width: "1fr", sort: "name", cell: (row) => row.name }, { id: "title", head: "Title", width: "1fr", cell: (row) => row.title }, { id: "age", head: "Active", width: "80px", end: true, cell: () => <Age at={AT} /> }];

function Rows() {
  const [focused, setFocused] = useState(1);
  return (
    <>
      <Piece id="table" title="Table row">
        <div className={css.table}>
          <Table
            label="People" total={PEOPLE.length} at={(index) => PEOPLE[index]} name={(row) => row.name} row={36} order={{ by: "name", desc: false }} onOrder={nothing} onRange={nothing} focused={focused} onFocused={setFocused} selected={2} choice={{ has: (row) => row === PEOPLE[0], state: "some", onToggle: nothing, onSpan: nothing, onAll: nothing, onNone: nothing }} onOpen={nothing} onPick={setFocused} data={({ id }) => ({ "data-person": id })} start={{ top: 0, index: 0 }} handle={null}
            columns={COLUMNS}
          />
        </div>
      </Piece>
      <Piece id="note" title="A note, here and on its way">
        <div className={css.wide}>
          <NoteItem onLink={nothing} note={{ id: "1", author: "Dana Whitlock", created_at: AT, private: true, html: "<p>Wrote her own <b>Raft</b> log.</p><ul><li>asked about on-call</li></ul>" }} />
          <NoteItem onLink={nothing} onUndo={nothing} note={{ id: "2", author: "You", created_at: AT, private: false, html: "Confirmed 14:30.", pending: { intent_id: "i", state: "waiting", label: "Not sent yet" } }} />
        </div>
        <RichText html={'<p>Text with <i>emphasis</i>, <code>code</code> and a <a href="https://example.com">link</a>.</p>'} onLink={nothing} />
      </Piece>
    </>
  );
}

function States() {
  const failure: Failure = FAILURE;
  return (
    <>
      <Piece id="empty" title="Empty and failed"><div className={css.wide}><EmptyState text="Nobody matches “zzz”." action={<Button>Clear the search</Button>} /><FailureState failure={failure} onRetry={nothing} /></div></Piece>
      <Piece id="skeleton" title="Skeleton"><div className={css.wide}><SkeletonRows count={4} /></div></Piece>
    </>
  );
}

/** A menu where something is pointed at with the other button. */
function Pointed() {
  const [spot, setSpot] = useState<Spot | null>(null);
  return (
    <>
      <Button onPress={nothing}><span onContextMenu={(event) => { event.preventDefault(); setSpot(spotOf(event, event.currentTarget)); }}>Point at me</span></Button>
      {spot && <ContextMenu spot={spot} label="Verbs" items={ITEMS} onAction={nothing} onClose={() => { setSpot(null); }} />}
    </>
  );
}

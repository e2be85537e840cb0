//! What can be said on the command line.

mod outbox;
mod settings;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use outbox::{Act, Outbox, OutboxVerb};
pub use settings::{Disconnect, FieldsVerb, Key, Remapping, Retention};

/// A recruiter's companion for Ashby, on the command line.
#[derive(Debug, Parser)]
#[command(name = "samara", version, about)]
pub struct Arguments {
    /// Where the workspace's files are.
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Where to keep the API key and the database keys when connecting.
    #[arg(long, value_enum, default_value_t = Vault::Keychain)]
    pub vault: Vault,
    /// Answer with one JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// Say more of what happens.
    #[arg(long, short)]
    pub verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

impl Arguments {
    /// How much goes to standard error.
    pub fn verbosity(&self) -> tracing_subscriber::filter::LevelFilter {
        use tracing_subscriber::filter::LevelFilter;
        if self.verbose { LevelFilter::INFO } else { LevelFilter::ERROR }
    }
}

/// Where to keep secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Vault {
    /// The operating system's keychain.
    Keychain,
    /// A file under the passphrase in `SAMARA_PASSPHRASE`.
    Passphrase,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Connect an Ashby organisation.
    Connect(Connect),
    /// Bring the mirror up to date: one whole pass over everything.
    Sync(Sync),
    /// Throw a damaged mirror away; the next sync fetches it again. What waits to be sent stays.
    Rebuild,
    /// Make a recovery code, or use it when the keychain or the passphrase is lost.
    #[command(subcommand)]
    Recovery(Recovery),
    /// Tell how complete and how old the mirror is, and what waits to be sent.
    Status,
    /// List a model's rows in the unified shape.
    List(List),
    /// Find people by name, mail, title, company, tag, or a word of a note, feedback or résumé, or by operators such as tag: job: stage: created:>2026-01-31.
    Search(Search),
    /// Write a list to a file, as CSV, Excel workbook or JSON lines.
    Export(Export),
    /// Tell what the key may do, and what the mirror therefore has: module by module, model by model, field by field.
    Scopes(Scopes),
    /// Keep searches under a name.
    Views(Views),
    /// Do a unified action.
    Act(Act),
    /// Look at what waits, failed or was sent.
    Outbox(Outbox),
    /// Ask one of Ashby's own endpoints with the stored key, or list which were asked.
    Passthrough(Passthrough),
    /// Keep more or less here: all, recent:DAYS or created-only.
    Mode(Mode),
    /// Import one application, for the mode created-only.
    Track(Track),
    /// Remove everything about a person from this computer, and keep them out of later syncs.
    Forget(Forget),
    /// Switch the connection to Ashby off; what is here stays readable.
    Pause,
    /// Switch the connection on again.
    Resume,
    /// Remove everything of the workspace from this computer, at once or at a chosen time.
    Disconnect(Disconnect),
    /// Go on with another API key of the same organisation, read from standard input; what is here stays.
    Key(Key),
    /// Look at the fields beside the unified ones, show them or not, and give them keys of your own.
    #[command(subcommand)]
    Fields(FieldsVerb),
    /// Tell how unified fields are filled otherwise, or change it by JSON on standard input.
    Remapping(Remapping),
    /// Tell or change how long logs and files are kept.
    Retention(Retention),
    /// Tell what the last syncs brought, endpoint by endpoint.
    Runs,
    /// Look at deletions that wait for a decision.
    Quality(Quality),
    /// Serve an emulated Ashby workspace on this computer.
    Sandbox(Sandbox),
}

/// Options of `connect`.
#[derive(Debug, Args)]
pub struct Connect {
    /// Base URL of the API.
    #[arg(long, default_value = samara_ashby::BaseUrl::PRODUCTION)]
    pub base_url: String,
    /// Read the API key from standard input.
    #[arg(long, required = true)]
    pub api_key_stdin: bool,
    /// What to keep here: all, recent:DAYS or created-only.
    #[arg(long, default_value = "all", value_parser = mode)]
    pub mode: String,
}

fn mode(text: &str) -> Result<String, String> {
    let days = text.strip_prefix("recent:").map(str::parse::<u32>);
    match (text, days) {
        ("all" | "created-only", _) | (_, Some(Ok(1..=3_650))) => Ok(text.to_owned()),
        _ => Err("give all, recent:DAYS (1 to 3650) or created-only".to_owned()),
    }
}

/// Options of `sync`.
#[derive(Debug, Args)]
pub struct Sync {
    /// List everything completely instead of asking what changed.
    #[arg(long)]
    pub full: bool,
}

/// Options of `list`.
#[derive(Debug, Args)]
pub struct List {
    /// The model's table name, such as `ats_candidates`.
    pub model: String,
    /// Rows at most; all without it.
    #[arg(long)]
    pub limit: Option<u64>,
    /// Go on after this row, as told by the last listing.
    #[arg(long)]
    pub cursor: Option<String>,
    /// Related rows to tell with each, such as tags; several separated by commas.
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub embed: Vec<String>,
    /// Which rows.
    #[command(flatten)]
    pub which: Which,
}

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The model's table name, such as `ats_jobs`; or `people`, the list of people as it is shown.
    pub list: String,
    /// Kind of the file.
    #[arg(long, value_parser = ["csv", "xlsx", "jsonl"])]
    pub format: String,
    /// The file; one that is there is replaced.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Mask names, addresses, numbers, links and what was written freely.
    #[arg(long)]
    pub redact: bool,
    /// Of people: what they are searched by.
    #[arg(long, value_name = "QUERY")]
    pub query: Option<String>,
    /// Of people: their order, name, updated or created; best match first without it.
    #[arg(long, value_parser = ["relevance", "name", "updated", "created"])]
    pub sort: Option<String>,
    /// Of people: from the end.
    #[arg(long)]
    pub desc: bool,
    /// Which rows of a model.
    #[command(flatten)]
    pub which: Which,
}

/// Which rows of a model.
#[derive(Debug, Args)]
pub struct Which {
    /// Only rows that this lets through: `NAME=VALUE[,VALUE]`. A wrong name tells the right ones.
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    pub filter: Vec<(String, String)>,
    /// Only rows that changed since this date or time, themselves or in their related rows.
    #[arg(long, value_name = "TIME")]
    pub updated_after: Option<String>,
    /// Rows gone from Ashby too.
    #[arg(long)]
    pub include_deleted: bool,
    /// Leave out filters on fields that are switched off, instead of finding nothing.
    #[arg(long)]
    pub ignore_unsupported_filters: bool,
}

impl Which {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        let Self { filter, updated_after, include_deleted, ignore_unsupported_filters } = self;
        filter.is_empty() && updated_after.is_none() && !include_deleted && !ignore_unsupported_filters
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("give NAME=VALUE")?;
    Ok((name.trim().to_owned(), value.to_owned()))
}

/// Options of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// The words.
    pub query: String,
    /// Hits at most.
    #[arg(long, default_value_t = 20)]
    pub limit: u32,
}

/// Options of `scopes`.
#[derive(Debug, Args)]
pub struct Scopes {
    /// Ask Ashby anew, by reads that change nothing.
    #[arg(long)]
    pub rerun: bool,
    /// Ask for one model alone, such as `ats_offers`.
    #[arg(long, value_name = "MODEL", conflicts_with = "rerun")]
    pub model: Option<String>,
}

/// Options of `views`.
#[derive(Debug, Args)]
pub struct Views {
    /// What to do with them.
    #[command(subcommand)]
    pub verb: ViewsVerb,
}

/// What to do with saved views.
#[derive(Debug, Subcommand)]
pub enum ViewsVerb {
    /// List them in their order.
    List,
    /// Keep a search.
    Save(SaveView),
    /// Give one up.
    Delete {
        /// Its id.
        id: String,
    },
    /// Put them into this order; those not named follow.
    Reorder {
        /// Their ids.
        #[arg(required = true)]
        ids: Vec<String>,
    },
}

/// A search to be kept.
#[derive(Debug, Args)]
pub struct SaveView {
    /// Its name.
    pub name: String,
    /// The search.
    #[arg(long, default_value = "")]
    pub query: String,
    /// Order.
    #[arg(long, default_value = "relevance", value_parser = ["relevance", "name", "updated", "created"])]
    pub sort: String,
    /// From the end.
    #[arg(long)]
    pub desc: bool,
    /// Columns, separated by commas.
    #[arg(long, value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Of a view that is there: change it.
    #[arg(long)]
    pub id: Option<String>,
}

/// Options of `passthrough`.
#[derive(Debug, Args)]
pub struct Passthrough {
    /// The endpoint, such as `candidate.info`; without it the calls made so far are listed.
    pub endpoint: Option<String>,
    /// What to send.
    #[arg(long, value_name = "JSON", default_value = "{}")]
    pub body: String,
    /// Send it although it may change something in Ashby.
    #[arg(long)]
    pub yes: bool,
}

/// What to do with recovery codes.
#[derive(Debug, Subcommand)]
pub enum Recovery {
    /// Make a new code and show it once; an earlier one opens nothing any more.
    New,
    /// Open a workspace by the code in `SAMARA_RECOVERY_CODE` and an API key on standard input. What waits to be sent
    /// is kept; the mirror is fetched again.
    Use,
}

/// Options of `mode`.
#[derive(Debug, Args)]
pub struct Mode {
    /// all, recent:DAYS or created-only; without it the present one is told.
    #[arg(value_parser = mode)]
    pub mode: Option<String>,
}

/// Options of `track`.
#[derive(Debug, Args)]
pub struct Track {
    /// Ashby's id of the application.
    pub application_id: String,
}

/// Options of `forget`.
#[derive(Debug, Args)]
pub struct Forget {
    /// Unified id of the candidate, or remote: and Ashby's.
    pub candidate_id: String,
    /// Let the person in again.
    #[arg(long)]
    pub undo: bool,
}

/// Options of `quality`.
#[derive(Debug, Args)]
pub struct Quality {
    /// What to do with them.
    #[command(subcommand)]
    pub verb: QualityVerb,
}

/// What to do with deletions that wait.
#[derive(Debug, Subcommand)]
pub enum QualityVerb {
    /// List them.
    List,
    /// Decide one.
    Decide(QualityDecide),
}

/// Whether the rows are gone.
#[derive(Debug, Args)]
pub struct QualityDecide {
    /// The number of the check.
    pub id: i64,
    /// delete: they are gone from Ashby; keep: they are only hidden from the key.
    #[arg(value_parser = ["delete", "keep"])]
    pub decision: String,
}

/// Options of `sandbox`.
#[derive(Debug, Args)]
pub struct Sandbox {
    /// Port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 4010)]
    pub port: u16,
    /// The same seed gives the same workspace.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many people.
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u32).range(50..=1_000_000))]
    pub candidates: u32,
    /// The only key it accepts; any without it.
    #[arg(long)]
    pub api_key: Option<String>,
    /// A fault: latency, rate-limit, rate-limit-bare, server-error, server-error-after, lost-reply, reset, truncate, slow;
    /// with its probability after a colon.
    #[arg(long, value_name = "NAME[:PROBABILITY]")]
    pub fault: Vec<String>,
}

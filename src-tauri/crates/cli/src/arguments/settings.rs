//! What can be said of leaving, and of how things are kept.

use clap::{Args, Subcommand};

/// Options of `disconnect`.
#[derive(Debug, Args)]
pub struct Disconnect {
    /// Read on until then, a date or a time: the key goes at once, everything else then.
    #[arg(long, value_name = "TIME")]
    pub keep_until: Option<String>,
}

/// Options of `key`.
#[derive(Debug, Args)]
pub struct Key {
    /// Read the API key from standard input.
    #[arg(long, required = true)]
    pub api_key_stdin: bool,
}

/// What to do with fields beside the unified ones.
#[derive(Debug, Subcommand)]
pub enum FieldsVerb {
    /// List them, and the keys of your own.
    List {
        /// The model's table name, such as `ats_candidates`.
        model: String,
    },
    /// Show one in rows, or not.
    Show {
        /// The model's table name.
        model: String,
        /// Its key.
        key: String,
        /// on or off.
        #[arg(value_parser = ["on", "off"])]
        shown: String,
    },
    /// Give one a key of your own in `custom_fields`.
    Name {
        /// The model's table name.
        model: String,
        /// The key.
        key: String,
        /// The field's key, or a path in the payload such as /school.
        field: String,
        /// Its name for people.
        #[arg(long)]
        label: Option<String>,
        /// What it means.
        #[arg(long)]
        description: Option<String>,
    },
    /// Give up a key of your own.
    Unname {
        /// The model's table name.
        model: String,
        /// The key.
        key: String,
    },
    /// Keep a model or one of its unified fields, or not: then it leaves this computer.
    Keep {
        /// The model's table name.
        model: String,
        /// on or off.
        #[arg(value_parser = ["on", "off"])]
        kept: String,
        /// The unified field; without it the whole model is meant.
        #[arg(long)]
        field: Option<String>,
    },
}

/// Options of `remapping`.
#[derive(Debug, Args)]
pub struct Remapping {
    /// Read the new mapping from standard input.
    #[arg(long)]
    pub set_stdin: bool,
}

/// Options of `retention`.
#[derive(Debug, Args)]
pub struct Retention {
    /// Days the runs of the sync stay in the log.
    #[arg(long, value_name = "DAYS")]
    pub runs_days: Option<i64>,
    /// Days why an endpoint failed stays in the log.
    #[arg(long, value_name = "DAYS")]
    pub details_days: Option<i64>,
    /// Megabytes of files kept here.
    #[arg(long, value_name = "MB")]
    pub files_mb: Option<i64>,
}

//! Failures as people meet them: a code to switch on, a sentence, and a cure.

use samara_ashby as ashby;
use samara_store as store;
use samara_store::vault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A failure at the edge of the engine. Carries no secret and no candidate's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// What the UI switches on.
    pub code: Code,
    /// What happened, in one sentence.
    pub message: String,
    /// What to do about it.
    pub cure: String,
    /// Ashby's number of the call, for its support.
    pub request_id: Option<String>,
}

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $text:literal,)*) => {
        /// The kinds of failure: those of the unified API, and those of this computer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        pub enum Code {
            $($(#[$meta])* #[serde(rename = $text)] #[ts(rename = $text)] $name,)*
        }

        impl Code {
            /// The code as text.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// The input is wrong; nothing was sent.
    InputInvalid = "PLATFORM.INPUT_INVALID",
    /// It may change something, and nobody has agreed yet; nothing was sent.
    ConfirmationNeeded = "PLATFORM.CONFIRMATION_NEEDED",
    /// What is asked for is so already; there is nothing to send.
    AlreadySo = "OUTBOX.ALREADY_SO",
    /// No answer in time.
    TimedOut = "PLATFORM.TASK_TIMED_OUT",
    /// A defect of this app.
    Unknown = "PLATFORM.UNKNOWN_ERROR",
    /// Ashby does not accept the key.
    AuthenticationInvalid = "INTEGRATION.AUTHENTICATION_INVALID",
    /// The key lacks a permission.
    PermissionMissing = "INTEGRATION.PERMISSION_MISSING",
    /// The connection is switched off.
    Inactive = "INTEGRATION.INACTIVE",
    /// No workspace is set up.
    SetupIncomplete = "INTEGRATION.SETUP_INCOMPLETE",
    /// Not mirrored by this version.
    ModelNotAvailable = "INTEGRATION.MODEL_NOT_AVAILABLE",
    /// Not done by this version.
    ActionNotAvailable = "INTEGRATION.ACTION_NOT_AVAILABLE",
    /// Ashby cannot be reached or is down.
    Unavailable = "REMOTE.SERVICE_UNAVAILABLE",
    /// Ashby asks to slow down.
    RateLimited = "REMOTE.RATE_LIMIT_EXCEEDED",
    /// Ashby declined the input.
    RemoteInputInvalid = "REMOTE.INPUT_INVALID",
    /// The job takes no applications.
    JobClosed = "ATS.JOB_CLOSED",
    /// The candidate already has an application on that job.
    ApplicationExists = "ATS.APPLICATION_ALREADY_EXISTS",
    /// Ashby answered something undocumented.
    RemoteUnknown = "REMOTE.UNKNOWN_HTTP_ERROR",
    /// The keychain is locked, or the passphrase is still to be given.
    VaultLocked = "VAULT.LOCKED",
    /// There is no keychain service.
    VaultAbsent = "VAULT.ABSENT",
    /// The keys of this workspace are gone from the vault.
    VaultEmpty = "VAULT.EMPTY",
    /// The passphrase does not fit.
    WrongPassphrase = "VAULT.WRONG_PASSPHRASE",
    /// The vault's content cannot be understood.
    VaultDamaged = "VAULT.DAMAGED",
    /// `mirror.db` is damaged or has another key.
    MirrorDamaged = "STORE.DAMAGED",
    /// `local.db` is damaged or has another key.
    LocalDamaged = "STORE.LOCAL_DAMAGED",
    /// A newer app wrote the files.
    TooNew = "STORE.TOO_NEW",
    /// No room on the disk.
    DiskFull = "STORE.DISK_FULL",
    /// Another process holds the files.
    Busy = "STORE.BUSY",
    /// The file system refused.
    FileRefused = "STORE.FILE_REFUSED",
}

impl Failure {
    /// A failure with its cure.
    pub fn new(code: Code, message: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { code, message: message.into(), cure: cure.into(), request_id: None }
    }

    /// Input that cannot be used.
    pub fn input(message: impl Into<String>, cure: impl Into<String>) -> Self {
        Self::new(Code::InputInvalid, message, cure)
    }

    /// A wish that is fulfilled already: hosts that take one action at a time count it as done.
    pub fn already(message: impl Into<String>) -> Self {
        Self::new(Code::AlreadySo, message, "Nothing needs to be done.")
    }

    /// No workspace is open.
    #[must_use]
    pub fn no_workspace() -> Self {
        Self::new(
            Code::SetupIncomplete,
            "No workspace is open.",
            "Connect Ashby with an API key, or open the demo workspace.",
        )
    }

    /// Something that cannot happen, happened.
    pub fn defect(what: &str) -> Self {
        Self::new(
            Code::Unknown,
            format!("Something went wrong inside Samara ({what})."),
            "Nothing was lost. Try again; if it comes back, restart Samara.",
        )
    }

    /// Whether the same attempt may succeed later by itself.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self.code, Code::Unavailable | Code::RateLimited | Code::TimedOut | Code::Busy)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} {}", self.code.as_str(), self.message, self.cure)
    }
}

impl std::error::Error for Failure {}

impl From<ashby::Error> for Failure {
    fn from(error: ashby::Error) -> Self {
        use ashby::Error as E;
        const LATER: &str = "Samara tries again by itself; what you do meanwhile is kept.";
        let request_id = error.request_id().map(str::to_owned);
        let mut failure = match &error {
            E::Unauthorized | E::Forbidden { permission_missing: false, .. } => Self::new(
                Code::AuthenticationInvalid,
                "Ashby does not accept this API key.",
                "Check in Ashby under Admin → Integrations → API Keys that the key is active, or connect with a new one.",
            ),
            E::Forbidden { permission_missing: true, .. } => Self::new(
                Code::PermissionMissing,
                "The API key lacks a permission for this.",
                "Add the permission to the key in Ashby under Admin → Integrations → API Keys.",
            ),
            E::RateLimited { .. } => Self::new(Code::RateLimited, "Ashby asks to slow down.", LATER),
            E::Unavailable { status } => {
                Self::new(Code::Unavailable, format!("Ashby is not available (HTTP {status})."), LATER)
            }
            E::NotSent { .. } => Self::new(
                Code::Unavailable,
                "Ashby cannot be reached.",
                "Check the network connection. Samara tries again by itself; what you do meanwhile is kept.",
            ),
            E::Lost { .. } | E::Garbled { .. } => {
                Self::new(Code::Unavailable, "The connection to Ashby broke off.", LATER)
            }
            E::TimedOut => Self::new(Code::TimedOut, "Ashby did not answer in time.", LATER),
            E::Refused { code, .. } if error.recovery() => {
                Self::new(Code::Unavailable, format!("Ashby lost its place in a list ({code})."), LATER)
            }
            E::Refused { code, message, .. } => Self::new(
                Code::RemoteInputInvalid,
                message.clone().map_or_else(
                    || format!("Ashby declined this ({code})."),
                    |message| format!("Ashby declined this: {}", sentence(&message)),
                ),
                "Correct what Ashby names, then try again.",
            ),
            E::Unexpected { .. } | E::TooLarge { .. } | E::StuckCursor => Self::new(
                Code::RemoteUnknown,
                format!("Ashby answered in an unexpected way: {error}."),
                "Try again later; if it stays, check the base URL of the connection.",
            ),
        };
        failure.request_id = request_id;
        failure
    }
}

/// Words of Ashby's that end as a sentence does.
fn sentence(words: &str) -> String {
    let words = words.trim_end();
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

impl Failure {
    /// An Ashby failure that names the permission an endpoint needs.
    #[must_use]
    pub fn of_call(error: ashby::Error, permission: &str) -> Self {
        let missing = matches!(error, ashby::Error::Forbidden { permission_missing: true, .. });
        let mut failure = Self::from(error);
        if missing {
            failure.message = format!("The API key lacks the permission {permission}.");
            failure.cure =
                format!("Tick {permission} for the key in Ashby under Admin → Integrations → API Keys.");
        }
        failure
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        match &error {
            E::Unreadable(path) if path.ends_with("local.db") => Self::new(
                Code::LocalDamaged,
                format!("{} does not open with the key in the vault.", path.display()),
                "Nothing was deleted. Bring back the keychain entry it was made with, or a copy of the file from a backup.",
            ),
            E::Unreadable(_) | E::Damaged(_) => Self::new(
                Code::MirrorDamaged,
                "The local copy of Ashby is damaged or was made with another key.",
                "Rebuild it (on the command line: samara rebuild): Samara fetches everything from Ashby again. What waits to be sent is kept.",
            ),
            E::TooNew { .. } => Self::new(
                Code::TooNew,
                "The data was written by a newer version of Samara.",
                "Install the newest version. Nothing was changed.",
            ),
            E::DiskFull => Self::new(
                Code::DiskFull,
                "The disk is full.",
                "Make room, then try again. What was saved before is safe.",
            ),
            E::Busy => Self::new(
                Code::Busy,
                "Another program is using Samara's files.",
                "Wait a moment and try again.",
            ),
            E::Io { path, source } if source.kind() == std::io::ErrorKind::InvalidData => Self::new(
                Code::FileRefused,
                format!("{} is not what Samara wrote.", path.display()),
                "Bring it back from a backup, or connect anew in another data folder.",
            ),
            E::Io { path, source } => Self::new(
                Code::FileRefused,
                format!("{}: {source}.", path.display()),
                "Check that the folder is there and yours to write to.",
            ),
            E::Sqlite(_) | E::Unexpected(_) | E::Closed => {
                tracing::error!(%error, "store.failed");
                Self::defect("storage")
            }
        }
    }
}

impl From<vault::Error> for Failure {
    fn from(error: vault::Error) -> Self {
        use vault::Error as E;
        match error {
            E::Absent => Self::new(
                Code::VaultEmpty,
                "The keys of this workspace are not in the vault any more.",
                "If the keychain was reset or replaced, restore it, or use the recovery code of this workspace. Otherwise disconnect it and connect anew.",
            ),
            E::Locked => Self::new(
                Code::VaultLocked,
                "The keychain is locked.",
                "Unlock it (it opens when you log in), then try again. Nothing was lost.",
            ),
            E::NoService(_) => Self::new(
                Code::VaultAbsent,
                "This computer has no keychain service running.",
                "Start one (on Linux GNOME Keyring or KWallet) and restart Samara, or keep the key under a passphrase instead.",
            ),
            E::WrongPassphrase => Self::new(
                Code::WrongPassphrase,
                "The passphrase does not fit.",
                "Check the spelling and try again.",
            ),
            E::Damaged => Self::new(
                Code::VaultDamaged,
                "What the vault holds for this workspace cannot be read.",
                "Restore the vault from a backup, or disconnect this workspace and connect anew.",
            ),
            E::File(error) => error.into(),
        }
    }
}

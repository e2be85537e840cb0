//! What can go wrong between here and Ashby.

use std::time::Duration;

/// The five codes that make a token and a cursor worthless.
const RECOVERY: [&str; 5] = [
    "sync_token_expired",
    "sync_token_invalid",
    "incremental_sync_too_large",
    "next_cursor_expired",
    "invalid_next_cursor",
];

/// Why a call gave no result. Messages hold no key, no request and nothing of a reply but Ashby's own words
/// about the error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// HTTP 401: no key, or none that Ashby knows.
    #[error("Ashby does not accept the API key")]
    Unauthorized,
    /// HTTP 403, or the code for a missing permission with any status.
    #[error("Ashby forbids this call: {}", forbidden(*.permission_missing, .message.as_deref()))]
    Forbidden {
        /// True when the key works but lacks the endpoint's permission, false when the key is wrong or
        /// deactivated.
        permission_missing: bool,
        /// Ashby's words, if it gave any.
        message: Option<String>,
    },
    /// HTTP 429, or one of the codes for it. The call was not carried out.
    #[error("Ashby asks to slow down")]
    RateLimited {
        /// How long Ashby asks to wait.
        retry_after: Option<Duration>,
        /// Whether the limit is that of all organisations using this integration.
        partner_wide: bool,
    },
    /// HTTP 5xx, before or after the call took effect.
    #[error("Ashby is unavailable (HTTP {status})")]
    Unavailable {
        /// The HTTP status.
        status: u16,
    },
    /// No connection came about: the call certainly did not arrive.
    #[error("Ashby can not be reached: {reason}")]
    NotSent {
        /// What stood in the way.
        reason: String,
    },
    /// The connection broke after the call may have arrived.
    #[error("the connection to Ashby broke: {reason}")]
    Lost {
        /// How it broke.
        reason: String,
    },
    /// No reply in time; the call may have arrived.
    #[error("Ashby did not answer in time")]
    TimedOut,
    /// Ashby understood the call and declined it.
    #[error("Ashby declined ({code}){}", .message.as_ref().map(|m| format!(": {m}")).unwrap_or_default())]
    Refused {
        /// Ashby's code.
        code: String,
        /// Ashby's words, if it gave any.
        message: Option<String>,
        /// The number by which Ashby's support finds the call.
        request_id: Option<String>,
    },
    /// An HTTP status that Ashby does not document, with a body that is no reply of its API.
    #[error("an unexpected answer (HTTP {status})")]
    Unexpected {
        /// The HTTP status.
        status: u16,
    },
    /// A reply that is cut or not what the API promises; the call may have taken effect.
    #[error("Ashby's reply can not be read: {reason}")]
    Garbled {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A reply longer than is taken.
    #[error("the reply is longer than {limit} bytes")]
    TooLarge {
        /// The longest that is taken, in bytes.
        limit: usize,
    },
    /// A listing that says it goes on but not where, or goes on where it already was.
    #[error("the listing does not advance")]
    StuckCursor,
}

fn forbidden(permission_missing: bool, message: Option<&str>) -> &str {
    match (message, permission_missing) {
        (Some(message), _) => message,
        (None, true) => "the API key lacks the permission",
        (None, false) => "the API key is wrong or deactivated",
    }
}

impl Error {
    /// Whether token and cursor have to be discarded and the endpoint listed completely.
    #[must_use]
    pub fn recovery(&self) -> bool {
        self.ashby_code().is_some_and(|code| RECOVERY.contains(&code))
    }

    /// Whether a write that ended so may have taken effect nevertheless.
    #[must_use]
    pub fn outcome_unknown(&self) -> bool {
        match self {
            Self::Unavailable { .. }
            | Self::Lost { .. }
            | Self::TimedOut
            | Self::Garbled { .. }
            | Self::TooLarge { .. } => true,
            Self::Unauthorized
            | Self::Forbidden { .. }
            | Self::RateLimited { .. }
            | Self::NotSent { .. }
            | Self::Refused { .. }
            | Self::Unexpected { .. }
            | Self::StuckCursor => false,
        }
    }

    /// Whether the same call may succeed a little later.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::RateLimited { .. }
            | Self::Unavailable { .. }
            | Self::NotSent { .. }
            | Self::Lost { .. }
            | Self::TimedOut
            | Self::Garbled { .. } => true,
            Self::Unauthorized
            | Self::Forbidden { .. }
            | Self::Refused { .. }
            | Self::Unexpected { .. }
            | Self::TooLarge { .. }
            | Self::StuckCursor => false,
        }
    }

    /// The number by which Ashby's support finds the call.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Refused { request_id, .. } => request_id.as_deref(),
            _ => None,
        }
    }

    /// Ashby's code of the error.
    #[must_use]
    pub fn ashby_code(&self) -> Option<&str> {
        match self {
            Self::Refused { code, .. } => Some(code),
            Self::Forbidden { permission_missing: true, .. } => Some("missing_endpoint_permission"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: &str) -> Error {
        Error::Refused { code: code.into(), message: None, request_id: Some("01J".into()) }
    }

    #[test]
    fn each_token_and_cursor_code_calls_for_recovery() {
        for code in RECOVERY {
            assert!(refused(code).recovery(), "{code}");
        }
        assert!(!refused("invalid_input").recovery());
        assert!(!Error::TimedOut.recovery());
    }

    #[test]
    fn only_a_broken_exchange_leaves_the_outcome_open() {
        let open = [
            Error::Lost { reason: String::new() },
            Error::TimedOut,
            Error::Garbled { reason: "cut" },
            Error::Unavailable { status: 500 },
        ];
        assert!(open.iter().all(|e| e.outcome_unknown() && e.is_transient()));
        let settled = [
            Error::NotSent { reason: String::new() },
            Error::RateLimited { retry_after: None, partner_wide: false },
            refused("invalid_input"),
            Error::Unauthorized,
        ];
        assert!(settled.iter().all(|e| !e.outcome_unknown()));
    }

    #[test]
    fn words_and_numbers_of_ashby_are_passed_on() {
        let error = Error::Refused {
            code: "invalid_input".into(),
            message: Some("stage missing".into()),
            request_id: Some("01J".into()),
        };
        assert_eq!(error.to_string(), "Ashby declined (invalid_input): stage missing");
        assert_eq!(error.request_id(), Some("01J"));
        assert_eq!(
            Error::Forbidden { permission_missing: true, message: None }.to_string(),
            "Ashby forbids this call: the API key lacks the permission"
        );
    }
}

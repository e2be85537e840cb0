//! Cursors and sync tokens: opaque to the client, for the world a position, what it is a position in, and a date.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::draw::fingerprint;
use crate::endpoint::Call;
use crate::envelope::Refusal;
use crate::generate::time::DAY;

/// What a ticket is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Cursor,
    Token,
}

/// Where a listing goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Position {
    /// All records from index `next`; `sequence` was the last change when the listing began.
    Full { sequence: u64, next: u64 },
    /// Changes after number `after` up to number `until`.
    Delta { until: u64, after: u64 },
}

/// A decoded cursor or token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ticket {
    pub position: Position,
}

/// Tokens live for two weeks without use, cursors for one day.
const TOKEN_LIFE: i64 = 14 * DAY;
const CURSOR_LIFE: i64 = DAY;

const LENGTH: usize = 43;

impl Use {
    fn mark(self) -> u8 {
        match self {
            Self::Cursor => 0xC0,
            Self::Token => 0x70,
        }
    }

    fn invalid(self) -> Refusal {
        match self {
            Self::Cursor => {
                Refusal::new("invalid_next_cursor", "The cursor cannot be read. Start again without it.")
            }
            Self::Token => Refusal::new(
                "sync_token_invalid",
                "The sync token cannot be read. Sync everything without it.",
            ),
        }
    }

    fn expired(self) -> Refusal {
        match self {
            Self::Cursor => {
                Refusal::new("next_cursor_expired", "The cursor has expired. Start again without it.")
            }
            Self::Token => {
                Refusal::new("sync_token_expired", "The sync token has expired. Sync everything without it.")
            }
        }
    }

    fn life(self) -> i64 {
        match self {
            Self::Cursor => CURSOR_LIFE,
            Self::Token => TOKEN_LIFE,
        }
    }

    fn epoch(self, call: &Call) -> u16 {
        let rules = call.world.rules();
        match self {
            Self::Cursor => rules.cursor_epoch,
            Self::Token => rules.token_epoch,
        }
    }
}

impl Ticket {
    pub fn issue(call: &Call, purpose: Use, position: Position) -> String {
        let (mode, a, b) = match position {
            Position::Full { sequence, next } => (0u8, sequence, next),
            Position::Delta { until, after } => (1u8, until, after),
        };
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.push(purpose.mark() | mode);
        bytes.extend_from_slice(&purpose.epoch(call).to_be_bytes());
        bytes.extend_from_slice(&call.now_ms().to_be_bytes());
        bytes.extend_from_slice(&a.to_be_bytes());
        bytes.extend_from_slice(&b.to_be_bytes());
        bytes.extend_from_slice(&listing(call).to_be_bytes());
        bytes.extend_from_slice(&fingerprint(key(call, purpose), &bytes).to_be_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    pub fn read(call: &Call, purpose: Use, text: &str) -> Result<Self, Refusal> {
        let (position, epoch, issued) = decode(call, purpose, text).ok_or_else(|| purpose.invalid())?;
        if epoch != purpose.epoch(call) || call.now_ms() - issued > purpose.life() {
            return Err(purpose.expired());
        }
        Ok(Self { position })
    }
}

fn decode(call: &Call, purpose: Use, text: &str) -> Option<(Position, u16, i64)> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() == LENGTH)?;
    let (body, check) = bytes.split_at_checked(LENGTH - 8)?;
    if fingerprint(key(call, purpose), body).to_be_bytes() != check {
        return None;
    }
    let (mark, rest) = body.split_first()?;
    let (epoch, rest) = rest.split_first_chunk::<2>()?;
    let (issued, rest) = rest.split_first_chunk::<8>()?;
    let (a, rest) = rest.split_first_chunk::<8>()?;
    let (b, rest) = rest.split_first_chunk::<8>()?;
    let of = rest.first_chunk::<8>()?;
    if mark & 0xF0 != purpose.mark() || u64::from_be_bytes(*of) != listing(call) {
        return None;
    }
    let (a, b) = (u64::from_be_bytes(*a), u64::from_be_bytes(*b));
    let position = match mark & 0x0F {
        0 => Position::Full { sequence: a, next: b },
        _ => Position::Delta { until: a, after: b },
    };
    Some((position, u16::from_be_bytes(*epoch), i64::from_be_bytes(*issued)))
}

/// A ticket belongs to one endpoint with one set of filters.
fn listing(call: &Call) -> u64 {
    let mut bytes = call.name.as_bytes().to_vec();
    bytes.push(0);
    bytes.extend_from_slice(&call.arguments.selection());
    fingerprint(0, &bytes)
}

/// A world of another seed, size or time does not know the tickets of this one; nor does this one once it was told
/// to forget them.
fn key(call: &Call, purpose: Use) -> u64 {
    let rules = call.world.rules();
    let forgotten = match purpose {
        Use::Cursor => rules.cursor_key,
        Use::Token => rules.token_key,
    };
    call.world.workspace.birth() ^ u64::from(forgotten).rotate_left(40)
}

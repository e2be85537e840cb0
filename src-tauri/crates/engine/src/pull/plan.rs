//! How a pass over an endpoint begins: pure.

use samara_store::table::sync::EndpointState;

/// Where a pass begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// The token it asks with; `None` lists completely.
    pub token: Option<String>,
    /// The cursor it goes on from; `None` begins with the first page.
    pub cursor: Option<String>,
    /// Whether it goes on with a pass that an earlier process began.
    pub resumed: bool,
}

/// Decides how to begin.
///
/// A pass under way is finished first, unless a complete listing is asked for and it is none. A token is only used
/// with the very parameters it was given for.
#[must_use]
pub fn begin(state: Option<&EndpointState>, params: &str, full: bool) -> Pass {
    let fresh = Pass { token: None, cursor: None, resumed: false };
    let Some(state) = state.filter(|state| state.params == params) else { return fresh };
    let under_way = state.pass_started.is_some() && state.cursor.is_some();
    if under_way && (!full || state.pass_token.is_none()) {
        return Pass { token: state.pass_token.clone(), cursor: state.cursor.clone(), resumed: true };
    }
    if full { fresh } else { Pass { token: state.token.clone(), ..fresh } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> EndpointState {
        EndpointState { endpoint: "candidate.list".into(), params: "{}".into(), ..EndpointState::default() }
    }

    fn pass(token: Option<&str>, cursor: Option<&str>, resumed: bool) -> Pass {
        Pass { token: token.map(Into::into), cursor: cursor.map(Into::into), resumed }
    }

    #[test]
    fn nothing_known_lists_completely() {
        assert_eq!(begin(None, "{}", false), pass(None, None, false));
        assert_eq!(begin(Some(&state()), "{}", false), pass(None, None, false));
    }

    #[test]
    fn a_token_asks_for_what_changed_unless_everything_is_wanted() {
        let known = EndpointState { token: Some("t".into()), ..state() };
        assert_eq!(begin(Some(&known), "{}", false), pass(Some("t"), None, false));
        assert_eq!(begin(Some(&known), "{}", true), pass(None, None, false));
    }

    #[test]
    fn a_token_of_other_parameters_is_worthless() {
        let known = EndpointState { token: Some("t".into()), ..state() };
        assert_eq!(begin(Some(&known), "{\"a\":1}", false), pass(None, None, false));
    }

    #[test]
    fn a_pass_under_way_goes_on_where_it_stands() {
        let first = EndpointState { cursor: Some("c".into()), pass_started: Some("now".into()), ..state() };
        assert_eq!(begin(Some(&first), "{}", false), pass(None, Some("c"), true));
        assert_eq!(begin(Some(&first), "{}", true), pass(None, Some("c"), true));
        let delta = EndpointState { pass_token: Some("t".into()), token: Some("t".into()), ..first };
        assert_eq!(begin(Some(&delta), "{}", false), pass(Some("t"), Some("c"), true));
        assert_eq!(begin(Some(&delta), "{}", true), pass(None, None, false));
    }
}

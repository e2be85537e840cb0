//! What to do with a stage change, given what Ashby shows now: pure.

/// What Ashby shows of an application now, by its own ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fresh {
    /// Its present stage.
    pub stage: String,
    /// The plan that stage belongs to.
    pub plan: Option<String>,
    /// Whether it was rejected for the reason asked for; always, when none is.
    pub reasoned: bool,
    /// Whether the history since this move was last sent shows that it arrived.
    pub arrived: bool,
    /// Whether it is rejected for another reason than when this move was last sent.
    pub reason_changed: bool,
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It already stands there: done without a call.
    AlreadyThere,
    /// The call that was not answered arrived, and somebody moved on from there: done without another.
    MovedOn,
    /// Call `application.changeStage`.
    Send,
    /// Somebody else moved it meanwhile: a person decides.
    Conflict,
}

/// Decides.
///
/// `seen` is the stage the recruiter saw when asking; `target` the stage asked for. A move that may have arrived
/// already is judged the same way: standing at the target, or a stay there in the history, proves it did; standing
/// where it was proves it did not, unless it was rejected there and then for another reason: that one may have come
/// after ours.
#[must_use]
pub fn decide(fresh: &Fresh, seen: &str, target: &str) -> Decision {
    if fresh.stage == target && fresh.reasoned {
        Decision::AlreadyThere
    } else if fresh.arrived {
        Decision::MovedOn
    } else if fresh.stage == seen && !(fresh.reason_changed && seen == target) {
        Decision::Send
    } else {
        Decision::Conflict
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fresh(stage: &str) -> Fresh {
        Fresh { stage: stage.to_owned(), plan: None, reasoned: true, arrived: false, reason_changed: false }
    }

    #[test]
    fn what_arrived_is_not_sent_again_wherever_it_went_from_there() {
        for stage in ["screen", "offer"] {
            let fresh = Fresh { arrived: true, ..fresh(stage) };
            assert_eq!(decide(&fresh, "screen", "onsite"), Decision::MovedOn);
        }
    }

    #[test]
    fn what_is_so_already_is_done() {
        assert_eq!(decide(&fresh("onsite"), "screen", "onsite"), Decision::AlreadyThere);
        assert_eq!(decide(&fresh("onsite"), "onsite", "onsite"), Decision::AlreadyThere);
    }

    #[test]
    fn what_stands_where_it_was_seen_is_sent() {
        assert_eq!(decide(&fresh("screen"), "screen", "onsite"), Decision::Send);
    }

    #[test]
    fn a_rejection_for_another_reason_is_corrected_only_where_the_recruiter_saw_it() {
        let other = Fresh { reasoned: false, ..fresh("archived") };
        assert_eq!(decide(&other, "archived", "archived"), Decision::Send);
        assert_eq!(decide(&other, "screen", "archived"), Decision::Conflict);
    }

    #[test]
    fn a_rejection_that_was_sent_is_not_sent_over_a_reason_given_since() {
        let since = Fresh { reasoned: false, reason_changed: true, ..fresh("archived") };
        assert_eq!(decide(&since, "archived", "archived"), Decision::Conflict);
        let never = Fresh { reason_changed: true, ..fresh("screen") };
        assert_eq!(decide(&never, "screen", "archived"), Decision::Send);
    }

    #[test]
    fn what_somebody_moved_is_asked_about() {
        assert_eq!(decide(&fresh("offer"), "screen", "onsite"), Decision::Conflict);
    }

    proptest! {
        #[test]
        fn a_move_is_never_sent_over_a_state_nobody_saw(now in "[a-d]", seen in "[a-d]", target in "[a-d]") {
            let decision = decide(&fresh(&now), &seen, &target);
            prop_assert_eq!(decision == Decision::Send, now == seen && now != target);
        }
    }
}

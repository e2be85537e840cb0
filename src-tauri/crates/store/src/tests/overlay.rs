use super::{at, intent, open};
use crate::table::intent::State;
use crate::table::overlay::StageOverlay;

fn overlay(key: &str, stage: &str) -> StageOverlay {
    StageOverlay {
        intent_id: key.to_owned(),
        state: State::Waiting.as_str().to_owned(),
        application_id: "application".to_owned(),
        candidate_id: "candidate".to_owned(),
        job_id: Some("job".to_owned()),
        stage_id: stage.to_owned(),
        at: at(0).as_str().to_owned(),
    }
}

#[test]
fn the_newest_wish_is_shown_and_the_one_before_when_that_is_lifted() {
    let open = open();
    for (key, stage) in [("one", "screen"), ("two", "onsite")] {
        open.store
            .write_local(move |tx| {
                let seq = tx.add_intent(&intent(key))?;
                tx.lay_stage(seq, &overlay(key, stage))
            })
            .unwrap();
    }
    let shown = || {
        let overlay = open.store.read(|reading| reading.overlay("application")).unwrap();
        overlay.map(|overlay| overlay.stage_id)
    };
    assert_eq!(shown().as_deref(), Some("onsite"));
    assert_eq!(open.store.read(|reading| reading.job_overlays("job")).unwrap().len(), 1);
    assert_eq!(open.store.read(|reading| reading.overlaid_candidates()).unwrap().len(), 1);
    open.store.write_local(|tx| tx.lift("two")).unwrap();
    assert_eq!(shown().as_deref(), Some("screen"));
    open.store.write_local(|tx| tx.lift("one")).unwrap();
    assert_eq!(shown(), None);
}

#[test]
fn an_overlay_needs_an_intent_and_goes_with_it() {
    let open = open();
    let orphan = open.store.write_local(|tx| tx.lay_stage(9, &overlay("nobody", "screen")));
    assert!(orphan.is_err());
}

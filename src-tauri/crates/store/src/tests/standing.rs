//! Who stands where, kept by triggers, against a naive reading of the same rows.

use std::collections::BTreeSet;

use proptest::prelude::*;
use samara_unified::{Application, Candidate};

use super::{Open, at, candidate, id, open, row};
use crate::MirrorTx;

#[derive(Debug, Clone)]
enum Event {
    Comes { person: u8 },
    Goes { person: u8 },
    IsErased { person: u8 },
    Applies { key: u8, person: u8, job: Option<u8>, stage: Option<u8> },
    IsWithdrawn { key: u8 },
}

fn event() -> impl Strategy<Value = Event> {
    let place = || prop::option::of(0..3_u8);
    prop_oneof![
        3 => (0..5_u8).prop_map(|person| Event::Comes { person }),
        1 => (0..5_u8).prop_map(|person| Event::Goes { person }),
        1 => (0..5_u8).prop_map(|person| Event::IsErased { person }),
        5 => (0..8_u8, 0..5_u8, place(), place())
            .prop_map(|(key, person, job, stage)| Event::Applies { key, person, job, stage }),
        1 => (0..8_u8).prop_map(|key| Event::IsWithdrawn { key }),
    ]
}

fn person(key: u8) -> samara_unified::Id {
    id("ats_candidates", &key.to_string())
}

fn happen(tx: &MirrorTx<'_>, event: &Event, second: u32) -> crate::Result<()> {
    let now = at(second);
    match event {
        Event::Comes { person } => {
            tx.upsert(&candidate(&person.to_string(), "Ada"), &[], &now)?;
        }
        Event::Goes { person: key } => {
            tx.mark_deleted::<Candidate>(&person(*key), &now)?;
        }
        Event::IsErased { person: key } => tx.erase_candidate(person(*key).as_str(), &now)?,
        Event::Applies { key, person: of, job, stage } => {
            let model = Application {
                candidate_id: Some(person(*of)),
                job_id: job.map(|job| id("ats_jobs", &job.to_string())),
                current_stage_id: stage.map(|stage| id("ats_application_stages", &stage.to_string())),
                ..Application::default()
            };
            tx.upsert(&row(&key.to_string(), model), &[], &now)?;
        }
        Event::IsWithdrawn { key } => {
            tx.mark_deleted::<Application>(&id("ats_applications", &key.to_string()), &now)?;
        }
    }
    Ok(())
}

type Stands = BTreeSet<(String, String, i64, i64)>;

fn stands(open: &Open, sql: &str) -> Stands {
    open.rows(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
}

const KEPT: &str = "SELECT s.id, j.id, t.candidate, t.application FROM standing t
    JOIN standing_place s ON s.number = t.stage JOIN standing_place j ON j.number = t.job";
const NAIVE: &str = "SELECT coalesce(a.current_stage_id, ''), coalesce(a.job_id, ''), c._row, a._row
    FROM ats_applications a JOIN ats_candidates c ON c.id = a.candidate_id
    WHERE a.remote_deleted_at IS NULL AND c.remote_deleted_at IS NULL";
const COUNTED: &str = "SELECT id, '', live, 0 FROM standing_place WHERE live <> 0";
const TOLD: &str =
    "SELECT p.id, '', count(*), 0 FROM standing_place p JOIN standing t ON p.number IN (t.stage, t.job)
    GROUP BY p.id";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whoever_comes_moves_or_goes_stands_where_a_naive_reading_has_them(
        events in prop::collection::vec(event(), 1..40),
        together in 1_usize..8,
    ) {
        let open = open();
        open.happen(&events, together, happen);
        prop_assert_eq!(stands(&open, KEPT), stands(&open, NAIVE));
        prop_assert_eq!(stands(&open, COUNTED), stands(&open, TOLD));
    }
}

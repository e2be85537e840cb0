//! Offers that wait and applications counted where they are, kept up by triggers, against a naive reading of the same rows.

use std::collections::BTreeSet;

use proptest::prelude::*;
use samara_unified::{Application, CandidateTag, Offer, OfferStatus};

use super::{Open, at, id, open, row};
use crate::MirrorTx;

#[derive(Debug, Clone)]
enum Event {
    Applies { key: u8, who: u8, job: Option<u8>, stage: &'static str, live: Option<bool>, dated: bool },
    IsWithdrawn { key: u8 },
    IsErased { key: u8 },
    IsOffered { key: u8, application: u8, status: Option<OfferStatus>, second: u32 },
    IsCalledOff { key: u8 },
    IsTagged { key: u8, who: Option<u8>, tag: Option<u8> },
    IsUntagged { key: u8, erased: bool },
}

fn event() -> impl Strategy<Value = Event> {
    let stage = prop_oneof![Just("Active"), Just("Offer")];
    let status = prop_oneof![
        Just(None),
        Just(Some(OfferStatus::Sent)),
        Just(Some(OfferStatus::Draft)),
        Just(Some(OfferStatus::Accepted)),
    ];
    prop_oneof![
        5 => (0..4_u8, 0..3_u8, prop::option::of(0..2_u8), stage, prop::option::of(any::<bool>()), any::<bool>())
            .prop_map(|(key, who, job, stage, live, dated)| Event::Applies { key, who, job, stage, live, dated }),
        1 => (0..4_u8).prop_map(|key| Event::IsWithdrawn { key }),
        1 => (0..4_u8).prop_map(|key| Event::IsErased { key }),
        5 => (0..6_u8, 0..4_u8, status, 0..9_u32).prop_map(|(key, application, status, second)| Event::IsOffered {
            key, application, status, second
        }),
        1 => (0..6_u8).prop_map(|key| Event::IsCalledOff { key }),
        5 => (0..6_u8, prop::option::of(0..3_u8), prop::option::of(0..2_u8))
            .prop_map(|(key, who, tag)| Event::IsTagged { key, who, tag }),
        2 => (0..6_u8, any::<bool>()).prop_map(|(key, erased)| Event::IsUntagged { key, erased }),
    ]
}

fn application(key: u8) -> samara_unified::Id {
    id("ats_applications", &key.to_string())
}

fn happen(tx: &MirrorTx<'_>, event: &Event, now: u32) -> crate::Result<()> {
    let now = at(now);
    match event {
        Event::Applies { key, who, job, stage, live, dated } => {
            let mut model = Application {
                candidate_id: Some(id("ats_candidates", &who.to_string())),
                job_id: job.map(|job| id("ats_jobs", &job.to_string())),
                current_stage_id: live.map(|_| id("ats_application_stages", stage)),
                ..Application::default()
            };
            model.private.stage_type = Some((*stage).to_owned());
            model.private.is_live = *live;
            model.private.entered_stage_at = dated.then(|| at(0));
            tx.upsert(&row(&key.to_string(), model), &[], &now)?;
        }
        Event::IsWithdrawn { key } => {
            tx.mark_deleted::<Application>(&application(*key), &now)?;
        }
        Event::IsErased { key } => tx.erase_row("ats_applications", application(*key).as_str(), &now)?,
        Event::IsOffered { key, application: of, status, second } => {
            let model = Offer {
                status: *status,
                application_id: Some(application(*of)),
                remote_updated_at: Some(at(*second)),
                ..Offer::default()
            };
            tx.upsert(&row(&key.to_string(), model), &[], &now)?;
        }
        Event::IsCalledOff { key } => {
            tx.mark_deleted::<Offer>(&id("ats_offers", &key.to_string()), &now)?;
        }
        Event::IsTagged { key, who, tag } => {
            let model = CandidateTag {
                candidate_id: who.map(|who| id("ats_candidates", &who.to_string())),
                tag_id: tag.map(|tag| id("ats_tags", &tag.to_string())),
                ..CandidateTag::default()
            };
            tx.upsert(&row(&key.to_string(), model), &[], &now)?;
        }
        Event::IsUntagged { key, erased } => {
            let tagged = id("ats_join_candidates_tags", &key.to_string());
            if *erased {
                tx.erase_row("ats_join_candidates_tags", tagged.as_str(), &now)?;
            } else {
                tx.mark_deleted::<CandidateTag>(&tagged, &now)?;
            }
        }
    }
    Ok(())
}

type Rows<Second> = BTreeSet<(String, Second, i64)>;

fn rows<Second: rusqlite::types::FromSql + Ord>(open: &Open, sql: &str) -> Rows<Second> {
    open.rows(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

const WAITING: &str = "SELECT updated_at, job_id, offer FROM offer_waiting";
const NAIVELY_WAITING: &str = "SELECT o.remote_updated_at, coalesce(a.job_id, ''), o._row
    FROM ats_offers o JOIN ats_applications a ON a.id = o.application_id
    WHERE o.status IN ('SENT', 'APPROVED', 'DRAFT') AND o.remote_deleted_at IS NULL
      AND a._is_live = 1 AND a.remote_deleted_at IS NULL";
const LIVE: &str = "SELECT job_id, stage_type, live FROM live_count WHERE live <> 0";
const NAIVELY_LIVE: &str =
    "SELECT coalesce(job_id, ''), coalesce(_stage_type, ''), count(*) FROM ats_applications
    WHERE _is_live = 1 AND remote_deleted_at IS NULL GROUP BY 1, 2";
const STAGES: &str =
    "SELECT job_id || ' ' || stage_id, many, dated FROM stage_count WHERE many <> 0 OR dated <> 0";
const NAIVELY_STAGES: &str = "SELECT coalesce(job_id, '') || ' ' || coalesce(current_stage_id, ''), count(*),
      sum(_is_live IS 1 AND _entered_stage_at IS NOT NULL)
    FROM ats_applications WHERE remote_deleted_at IS NULL GROUP BY 1";
const TAGGED: &str = "SELECT job_id, tag_id, live FROM tag_count WHERE live <> 0";
const NAIVELY_TAGGED: &str = "SELECT a.job_id, j.tag_id, count(*)
    FROM ats_applications a JOIN ats_join_candidates_tags j ON j.candidate_id = a.candidate_id
    WHERE a._is_live = 1 AND a.remote_deleted_at IS NULL AND j.remote_deleted_at IS NULL
      AND a.job_id IS NOT NULL AND j.tag_id IS NOT NULL GROUP BY 1, 2";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_waits_and_lives_is_what_a_naive_reading_finds(
        events in prop::collection::vec(event(), 1..40),
        together in 1_usize..8,
    ) {
        let open = open();
        open.happen(&events, together, happen);
        prop_assert_eq!(rows::<String>(&open, WAITING), rows::<String>(&open, NAIVELY_WAITING));
        prop_assert_eq!(rows::<String>(&open, LIVE), rows::<String>(&open, NAIVELY_LIVE));
        prop_assert_eq!(rows::<i64>(&open, STAGES), rows::<i64>(&open, NAIVELY_STAGES));
        prop_assert_eq!(rows::<String>(&open, TAGGED), rows::<String>(&open, NAIVELY_TAGGED));
    }
}

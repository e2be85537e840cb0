//! How long things are kept on this computer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, Nothing, command};
use crate::pull::retention::{DAYS, DETAIL_DAYS, KEPT, LOG_DAYS};
use crate::{Desk, Failure, Tag, file};

/// Megabytes of files that can be chosen.
const MEGABYTES: std::ops::RangeInclusive<i64> = 0..=1_000_000;

/// How long things are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Retention {
    /// Days the runs of the sync stay in the log.
    pub runs_days: i64,
    /// Days why an endpoint failed stays in the log.
    pub details_days: i64,
    /// Megabytes of files kept here; what was looked at longest ago leaves first.
    pub files_mb: i64,
    /// Days after which what is gone from Ashby is emptied here; not to be chosen.
    pub deleted_days: i64,
}

/// What to keep otherwise; what is not named stays.
#[derive(Debug, Default, Deserialize, TS)]
pub struct RetentionInput {
    /// Days, 1 to 3650.
    #[serde(default)]
    #[ts(optional)]
    pub runs_days: Option<i64>,
    /// Days, 1 to 3650.
    #[serde(default)]
    #[ts(optional)]
    pub details_days: Option<i64>,
    /// Megabytes.
    #[serde(default)]
    #[ts(optional)]
    pub files_mb: Option<i64>,
}

async fn retention(desk: &Desk) -> Result<Retention, Failure> {
    let limit = i64::try_from(file::LIMIT_DEFAULT).unwrap_or(i64::MAX);
    desk.workspace()?
        .read(move |reading| {
            let number = |key: &str, default: i64| {
                let set = reading.setting(key)?.and_then(|text| text.parse().ok());
                Ok::<i64, samara_store::Error>(set.unwrap_or(default))
            };
            Ok(Retention {
                runs_days: number(LOG_DAYS.0, LOG_DAYS.1)?,
                details_days: number(DETAIL_DAYS.0, DETAIL_DAYS.1)?,
                files_mb: number(file::LIMIT, limit)?,
                deleted_days: KEPT.num_days(),
            })
        })
        .await
}

command! {
    /// How long things are kept here.
    RetentionOf, Info::read("retention", &[Tag::Settings]), |desk, _input: Nothing| -> Retention {
        retention(desk).await
    }
}

command! {
    /// Keeps things longer or shorter; what is over goes with the next sync.
    SetRetention, Info::act("set_retention", &[Tag::Settings]), |desk, input: RetentionInput| -> Retention {
        let wanted = [
            (LOG_DAYS.0, input.runs_days, DAYS),
            (DETAIL_DAYS.0, input.details_days, DAYS),
            (file::LIMIT, input.files_mb, MEGABYTES),
        ];
        let mut set = Vec::new();
        for (key, wanted, range) in wanted {
            let Some(wanted) = wanted else { continue };
            if !range.contains(&wanted) {
                return Err(Failure::input(
                    format!("{wanted} cannot be chosen."),
                    format!("Give {} to {}.", range.start(), range.end()),
                ));
            }
            set.push((key, wanted.to_string()));
        }
        desk.workspace()?
            .write_local(move |tx| set.iter().try_for_each(|(key, value)| tx.set_setting(key, value)))
            .await?;
        retention(desk).await
    }
}

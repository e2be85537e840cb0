//! `samara sync`

use samara_engine::{Failure, pull};
use serde_json::json;

use crate::arguments::Sync;
use crate::host::Host;

/// One whole pass over every endpoint and its details.
pub async fn run(host: &Host, options: Sync) -> Result<(), Failure> {
    let workspace = host.leading().await?;
    let outcome = pull::run(&workspace, options.full).await?;
    let failures: Vec<_> = outcome
        .failures
        .iter()
        .map(|(endpoint, failure)| json!({ "endpoint": endpoint, "failure": failure }))
        .collect();
    let object = json!({ "records": outcome.records, "malformed": outcome.malformed, "failures": failures });
    host.say(&object, || format!("{} records received.", outcome.records));
    if outcome.malformed > 0 {
        eprintln!("{} records could not be understood and were left out.", outcome.malformed);
    }
    for (endpoint, failure) in &outcome.failures {
        eprintln!("{endpoint}: {}", failure.message);
    }
    match outcome.failures.into_iter().next() {
        Some((_, failure)) => Err(failure),
        None => Ok(()),
    }
}

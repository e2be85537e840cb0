//! `samara quality`

use samara_engine::Failure;
use serde_json::{Value, json};

use crate::arguments::{Quality, QualityVerb};
use crate::host::{Host, field, line, text};

/// Lists the deletions that wait for a person, or decides one.
pub async fn run(host: &Host, options: Quality) -> Result<(), Failure> {
    host.workspace()?;
    match options.verb {
        QualityVerb::List => {
            let checks = host.call("quality_checks", Value::Null).await?;
            let checks = checks.as_array().map(Vec::as_slice).unwrap_or_default();
            for check in checks {
                host.say(check, || format!("{:>4}  {}", field(check, "id"), text(check, "message")));
            }
            if checks.is_empty() && !host.json {
                line("Nothing waits for a decision.");
            }
            Ok(())
        }
        QualityVerb::Decide(decide) => {
            let input = json!({ "id": decide.id, "decision": decide.decision });
            let answer = host.call("decide_quality_check", input).await?;
            host.say(&answer, || match decide.decision.as_str() {
                "delete" => "Deleted here.".to_owned(),
                _ => "Kept. It is not asked again until they were seen once more.".to_owned(),
            });
            Ok(())
        }
    }
}

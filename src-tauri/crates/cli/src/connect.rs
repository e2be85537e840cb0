//! `samara connect`

use std::io::Read as _;

use samara_engine::Failure;
use serde_json::json;

use crate::arguments::{Connect, Vault};
use crate::host::{Host, items};

/// Checks the key, stores the secrets and makes the workspace.
pub async fn run(host: &Host, vault: Vault, options: Connect) -> Result<(), Failure> {
    let api_key = api_key()?;
    let vault = match vault {
        Vault::Keychain => json!({ "kind": "keychain" }),
        Vault::Passphrase => {
            let passphrase = std::env::var("SAMARA_PASSPHRASE").map_err(|_| {
                Failure::input("The passphrase vault needs a passphrase.", "Set SAMARA_PASSPHRASE.")
            })?;
            json!({ "kind": "passphrase", "passphrase": passphrase })
        }
    };
    let mode = crate::keeping::object(&options.mode);
    let report = host
        .call("check_key", json!({ "api_key": api_key.as_str(), "base_url": options.base_url.as_str() }))
        .await?;
    let input =
        json!({ "api_key": api_key.as_str(), "base_url": options.base_url, "vault": vault, "mode": mode });
    let state = host.call("connect", input).await?;
    host.say(&json!({ "workspace": state, "key": report }), || {
        let missing = items(&report, "missing").iter().filter_map(|sentence| sentence.as_str());
        std::iter::once("Connected. Fetch everything with: samara sync")
            .chain(missing)
            .collect::<Vec<_>>()
            .join("\n")
    });
    Ok(())
}

/// The API key on standard input.
pub fn api_key() -> Result<String, Failure> {
    let mut api_key = String::new();
    std::io::stdin()
        .read_to_string(&mut api_key)
        .map_err(|_| Failure::input("The API key could not be read.", "Pipe it to standard input."))?;
    Ok(api_key)
}

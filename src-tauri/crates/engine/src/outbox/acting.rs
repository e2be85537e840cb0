//! In whose name the outbox writes: a user's where one is set and the key allows it, else the key's own.

use std::sync::Arc;

use samara_ashby::model::UserId;

use crate::{Failure, Workspace};

/// The setting: unified id of the user, or `remote:` and Ashby's id.
const USER: &str = "acting_user";

/// What a write is remarked on that was to be a user's and became the key's own.
pub(super) const REFUSED: &str = "Ashby shows this as done by the API key: the key may not act on behalf of a user. Tick \"Allow acting on behalf of a user\" for it in Ashby under Admin → Integrations → API Keys.";

/// Goes by the setting as it is now.
pub(super) async fn apply(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let user = workspace
        .read(|reading| {
            let Some(setting) = reading.setting(USER)?.filter(|setting| !setting.is_empty()) else {
                return Ok(None);
            };
            match setting.strip_prefix("remote:") {
                Some(remote) => Ok(Some(remote.to_owned())),
                None => Ok(reading.user_choice(&setting)?.map(|user| user.remote_id)),
            }
        })
        .await?;
    workspace.client.act_as(user.map(UserId::from));
    Ok(())
}

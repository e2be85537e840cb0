//! `communicationTemplate.*`

use super::{NoParams, list};
use crate::model::CommunicationTemplate;

list! {
    /// Templates of mails and messages that are in use, without their text.
    CommunicationTemplateList = "communicationTemplate.list", "hiringProcessMetadataRead", NoParams => CommunicationTemplate, paged: false, synced: false
}

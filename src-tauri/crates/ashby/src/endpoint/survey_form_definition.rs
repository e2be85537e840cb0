//! `surveyFormDefinition.*`

use super::{NoParams, list};
use crate::model::SurveyForm;

list! {
    /// Survey forms, the questions of equal-opportunity ones too; never their answers.
    SurveyFormDefinitionList = "surveyFormDefinition.list", "hiringProcessMetadataRead", NoParams => SurveyForm, paged: true, synced: true
}

//! What an intent is going to do: ordered steps, kept with it as data.
//!
//! An intention is decided when the recruiter asks, from the mirror alone (pure), and never changes: a crash between
//! any two steps goes on where the journal says. The stage change of a move or a rejection comes first and is judged
//! by `plan`; the other steps follow at positions 2, 3, … (1, 2, … without a stage change). The first of all is what
//! decides success unless `core` says otherwise; what comes after the core are follow-ups.

use samara_store::LocalTx;
use samara_store::table::intent::Intent;
use samara_store::table::overlay::ChangeOverlay;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::making::Making;
use super::provisional::Provisional;
use super::queue::{PreImage, lay, lay_at};

/// Everything an intent does.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Intention {
    /// The stage change, if there is one.
    #[serde(flatten)]
    pub place: Option<PreImage>,
    /// The other calls, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Which of the steps decides success, counted from 0; without a stage change only.
    #[serde(default)]
    pub core: usize,
    /// What is shown of the candidate meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<Shown>,
    /// What the recruiter is told together with the success.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// Ashby's id of the candidate to read again afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<String>,
    /// What takes it back once it is sent, where that is not told by the action alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<Back>,
    /// Whether a person has decided that it is sent whatever Ashby shows by now.
    #[serde(default)]
    pub overruled: bool,
    /// Ashby's id of the application to read again afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touched: Option<String>,
    /// Who and what is shown until Ashby has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<Provisional>,
}

/// An action and its input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Back {
    /// The action.
    pub action: String,
    /// Its input.
    pub input: Value,
}

/// A thing of Ashby's: known when asked for, or what an earlier step gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ref {
    /// Ashby's id.
    Is(String),
    /// What the step of that number gives, counted from 0.
    Of(usize),
}

/// A field to fill.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filling {
    /// The field.
    pub field: Ref,
    /// Its value in the shape of its type.
    pub value: Value,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// `candidateTag.create`, which finds a tag of that title or makes it. Repeatable.
    MakeTag {
        /// What it says.
        title: String,
    },
    /// `candidate.addTag`. Repeatable.
    AddTag {
        /// Ashby's id of the candidate.
        candidate: String,
        /// The tag.
        tag: Ref,
    },
    /// `candidate.removeTag`. Repeatable.
    RemoveTag {
        /// Ashby's id of the candidate.
        candidate: String,
        /// The tag.
        tag: Ref,
    },
    /// `candidate.createNote`; whether it arrived is seen in `candidate.listNotes`.
    WriteNote {
        /// Ashby's id of the candidate.
        candidate: String,
        /// Whether the text is HTML.
        html: bool,
        /// The text.
        text: String,
        /// When it was written, UTC: its mark in Ashby.
        at: String,
        /// Whether only people with the right to private fields see it.
        #[serde(default)]
        private: bool,
    },
    /// `customField.create`; whether it arrived is seen in `customField.list`.
    MakeField {
        /// Its name.
        title: String,
        /// `String` or `Url`.
        kind: String,
        /// `Application` or `Candidate`.
        object: String,
    },
    /// `customField.setValues`. Repeatable.
    FillFields {
        /// Ashby's id of the record.
        record: String,
        /// `Application` or `Candidate`.
        object: String,
        /// The fields.
        fillings: Vec<Filling>,
        /// What the recruiter saw in them; without it whatever is there is replaced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seen: Option<Vec<Value>>,
    },
    /// `applicationFeedback.submit`; whether it arrived is seen in `applicationFeedback.list`.
    GiveFeedback {
        /// Ashby's id of the application.
        application: String,
        /// Ashby's id of the form.
        form: String,
        /// The answers by the path of their field.
        answers: serde_json::Map<String, Value>,
        /// Ashby's id of whose feedback it is, if not that of the key's user.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        user: Option<String>,
        /// Ashby's id of the interview it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        event: Option<String>,
        /// Ashby's ids of the feedback that was there, told when it was first sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Vec<String>>,
    },
    /// An upload and `candidate.uploadResume` or `candidate.uploadFile`; the bytes are spooled. Whether it arrived is
    /// seen in `candidate.info`.
    PutFile {
        /// Ashby's id of the candidate.
        candidate: String,
        /// Whether it becomes the résumé.
        resume: bool,
        /// Whether it is a cover letter: Ashby keeps no such kind.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        cover_letter: bool,
        /// File name.
        name: String,
        /// MIME type.
        content_type: String,
        /// Ashby's ids of the files that were there, told when it was first sent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Vec<String>>,
    },
    /// `application.changeSource`. Repeatable.
    ChangeSource {
        /// Ashby's id of the application.
        application: String,
        /// Ashby's id of the source.
        source: Option<String>,
        /// The name of the one the recruiter saw: the mirror keeps no more of it.
        #[serde(default)]
        seen: Option<String>,
    },
    /// `candidate.addProject` or `candidate.removeProject`. Repeatable.
    Project {
        /// Ashby's id of the candidate.
        candidate: String,
        /// Ashby's id of the project.
        project: String,
        /// In, or out.
        add: bool,
    },
    /// Making somebody, or an application.
    Make(Making),
}

/// What is shown of the candidate until the mirror has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// `tag`, `untag`, `note`, `project`, `unproject`, `source` or `field`.
    pub kind: String,
    /// The tag's name, the note as HTML, Ashby's id of the project, or JSON of an [`Aside`].
    pub value: String,
}

/// A value shown instead of the mirror's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Aside {
    /// Unified id of the application it is of; `None`: of the candidate.
    pub application_id: Option<String>,
    /// Ashby's id of the field; empty for a source.
    pub key: String,
    /// The field's name; empty for a source.
    pub label: String,
    /// The value as Ashby has it: of a source its id.
    pub raw: Value,
    /// The value in words; `None`: emptied.
    pub words: Option<String>,
}

impl Aside {
    /// Reads what an overlay shows, if it is one of these.
    pub fn of(kind: &str, value: &str) -> Option<Self> {
        if matches!(kind, "source" | "field") { serde_json::from_str(value).ok() } else { None }
    }
}

impl Intention {
    /// The journal's place of a step.
    pub fn position(&self, index: usize) -> i64 {
        let first = if self.place.is_some() { 2 } else { 1 };
        i64::try_from(index).unwrap_or(i64::MAX).saturating_add(first)
    }

    /// The journal's place of what decides success.
    pub fn decisive(&self) -> i64 {
        if self.place.is_some() { 1 } else { self.position(self.core) }
    }

    /// Reads what is kept with an intent.
    ///
    /// # Errors
    /// When it is not what this version or one before wrote.
    pub fn of(intent: &Intent) -> Result<Self, serde_json::Error> {
        serde_json::from_str(&intent.pre_image)
    }

    /// Shows it everywhere.
    pub(super) fn show(&self, tx: &LocalTx<'_>, seq: i64, intent: &Intent) -> samara_store::Result<()> {
        if let Some(place) = &self.place {
            lay(tx, seq, intent, place)?;
        }
        if let Some(new) = &self.provisional {
            lay_at(tx, seq, intent, &new.stage_id, Some(&new.job_id))?;
        }
        for (shown, position) in self.shown.iter().zip(0..) {
            let overlay = ChangeOverlay {
                intent_id: intent.id.clone(),
                state: intent.state.as_str().to_owned(),
                kind: shown.kind.clone(),
                value: shown.value.clone(),
                at: intent.created_at.clone(),
            };
            tx.lay_change(seq, position, &intent.candidate_id, &overlay)?;
        }
        Ok(())
    }
}

//! Files: of candidates, of offers, and those that were uploaded.

use serde_json::{Value, json};

use super::View;
use crate::changes::Gone;
use crate::generate::applications::Application;
use crate::generate::people::Person;
use crate::ids::Kind;

/// A file of a candidate, by its place among theirs.
const RESUME: u64 = 0;
const LETTER: u64 = 1;
const CERTIFICATE: u64 = 2;
const REFERENCES: u64 = 3;

/// Indices from here on belong to uploaded files.
pub(crate) const UPLOADED: u64 = 1 << 48;
/// Indices from here on belong to offers.
const OFFERED: u64 = 1 << 49;

const PDF: &str = "application/pdf";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What a download brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    pub name: String,
    pub content_type: String,
    pub bytes: Vec<u8>,
}

fn stem(person: &Person) -> String {
    person.latin.chars().map(|it| if it.is_alphanumeric() { it } else { '_' }).take(60).collect()
}

fn resume_name(person: &Person) -> String {
    format!("{}_CV.{}", stem(person), if person.docx { "docx" } else { "pdf" })
}

impl View<'_> {
    fn handle(&self, index: u64, name: &str) -> Value {
        let id = self.workspace.ids.id(Kind::File, index);
        json!({ "id": id, "name": name, "handle": handle(&id) })
    }

    /// The handles of a candidate's files, the résumé first, then those of candidates merged into this one.
    pub fn files(&self, candidate: u32, person: &Person) -> Vec<Value> {
        let mut files = self.own_files(candidate, person);
        for absorbed in self.edit(candidate).map(|edit| edit.absorbed.as_slice()).unwrap_or_default() {
            files.extend(self.own_files(*absorbed, &self.former(*absorbed)));
        }
        files
    }

    fn own_files(&self, candidate: u32, person: &Person) -> Vec<Value> {
        let (stem, first) = (stem(person), u64::from(candidate) * 4);
        let derived = [
            (RESUME, person.resume, resume_name(person)),
            (LETTER, person.letter, format!("{stem}_letter.pdf")),
            (CERTIFICATE, person.others.0, format!("{stem}_certificate.pdf")),
            (REFERENCES, person.others.1, format!("{stem}_references.txt")),
        ];
        let written = self.edit(candidate).map(|edit| edit.files.as_slice()).unwrap_or_default();
        derived
            .into_iter()
            .filter(|(_, here, _)| *here)
            .map(|(number, _, name)| self.handle(first + number, &name))
            .chain(written.iter().filter_map(|index| self.uploaded(*index)))
            .collect()
    }

    /// The handle of the résumé in use.
    pub fn resume_of(&self, candidate: u32, person: &Person) -> Option<Value> {
        let uploaded = self.edit(candidate).and_then(|edit| edit.resume);
        match uploaded {
            Some(index) => self.uploaded(index),
            None => person.resume.then(|| self.handle(u64::from(candidate) * 4, &resume_name(person))),
        }
    }

    /// The handle of an uploaded file.
    pub fn uploaded(&self, index: u64) -> Option<Value> {
        let file = self.overlay.files.get(&index)?;
        Some(self.handle(index, &file.name))
    }

    /// The handle of a file of an offer's version: the letter, the same as Word document, the signed letter.
    pub fn offer_file(&self, version: u64, number: u64) -> Value {
        let name = match number {
            0 => "Offer.pdf",
            1 => "Offer.docx",
            _ => "Offer_signed.pdf",
        };
        self.handle(OFFERED | (version * 4 + number), name)
    }

    /// Who a merged candidate was.
    fn former(&self, candidate: u32) -> Person {
        let applications: Vec<Application> = if candidate < self.workspace.candidates {
            self.workspace.applications_of(candidate).map(|index| self.workspace.application(index)).collect()
        } else {
            Vec::new()
        };
        self.person_among(candidate, &applications)
    }

    /// Whoever has the files of this candidate now.
    fn heir(&self, candidate: u32) -> Option<u32> {
        match self.gone(candidate) {
            None => self.is_here(candidate).then_some(candidate),
            Some(Gone::Deleted) => None,
            Some(Gone::MergedInto(survivor)) => self.heir(survivor),
        }
    }

    /// A file with its bytes, when it is there.
    pub fn file(&self, index: u64) -> Option<File> {
        if index & OFFERED != 0 {
            return self.letter(index & (OFFERED - 1));
        }
        if index & UPLOADED != 0 {
            return self.overlay.files.get(&index).cloned();
        }
        let candidate = u32::try_from(index / 4).ok()?;
        self.heir(candidate)?;
        let applications: Vec<Application> = if self.is_here(candidate) {
            self.applications(candidate).into_iter().map(|(_, it)| it).collect()
        } else {
            Vec::new()
        };
        let person = if self.is_here(candidate) {
            self.person_among(candidate, &applications)
        } else {
            self.former(candidate)
        };
        let job = applications.first().map_or("open application".into(), |it| self.job_title(it.job));
        let workspace = self.workspace;
        let stem = stem(&person);
        let (name, content_type, bytes) = match index % 4 {
            RESUME if person.resume && person.docx => {
                let bytes = workspace.word_resume(candidate, &person, self.family(&applications));
                (resume_name(&person), DOCX, bytes)
            }
            RESUME if person.resume => {
                let bytes = workspace.resume(candidate, &person, self.family(&applications));
                (resume_name(&person), PDF, bytes)
            }
            LETTER if person.letter => {
                (format!("{stem}_letter.pdf"), PDF, workspace.letter(candidate, &person, &job))
            }
            CERTIFICATE if person.others.0 => {
                (format!("{stem}_certificate.pdf"), PDF, workspace.certificate(candidate, &person))
            }
            REFERENCES if person.others.1 => {
                (format!("{stem}_references.txt"), "text/plain; charset=utf-8", workspace.references(&person))
            }
            _ => return None,
        };
        Some(File { name, content_type: content_type.into(), bytes })
    }

    fn letter(&self, index: u64) -> Option<File> {
        let (version, number) = (index / 4, index % 4);
        let (offer, person) = self.offer_of_version(version)?;
        let salary = offer.versions.last().and_then(|version| version.salary);
        let (content_type, bytes) = match number {
            1 => (DOCX, self.workspace.offer_letter(&person, &self.job_title(offer.job), salary, true)),
            _ => (PDF, self.workspace.offer_letter(&person, &self.job_title(offer.job), salary, false)),
        };
        let name = self.offer_file(version, number).get("name")?.as_str()?.to_owned();
        Some(File { name, content_type: content_type.into(), bytes })
    }
}

/// What `file.info` takes: opaque to the client.
pub(crate) fn handle(id: &str) -> String {
    format!("fh_{}", id.replace('-', ""))
}

/// The file id behind a handle.
pub(crate) fn file_id(handle: &str) -> Option<String> {
    let digits = handle.strip_prefix("fh_").filter(|digits| digits.len() == 32 && digits.is_ascii())?;
    let part = |from: usize, to: usize| digits.get(from..to);
    Some(format!("{}-{}-{}-{}-{}", part(0, 8)?, part(8, 12)?, part(12, 16)?, part(16, 20)?, part(20, 32)?))
}

//! The language of searches: words, and operators such as `tag:`, `job:` or `created:>2026-01-01`.
//!
//! Reading never fails. A *term* is an operator with its value, a phrase in quotes, or something not wanted (`-`);
//! all terms must hold. What cannot be understood is left out and told as a *problem*, and the rest still works.

use std::fmt;

mod span;

pub use span::Span;

/// What was typed, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The free words, separated by spaces.
    pub text: String,
    /// Everything else.
    pub terms: Vec<Term>,
    /// What could not be understood, in sentences.
    pub problems: Vec<String>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    /// The condition.
    pub what: What,
}

/// What a person must be like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// These words, in this order, in name, contact, work or tags.
    Words(String),
    /// A tag.
    Tag(String),
    /// An application on a job: its title, code or unified id.
    Job(String),
    /// An application at a stage.
    Stage(String),
    /// An application that stands so.
    Status(Status),
    /// Where the person came from.
    Source(String),
    /// The company.
    Company(String),
    /// The job title.
    Title(String),
    /// Where the person lives.
    Location(String),
    /// Something that is there.
    Has(Thing),
    /// Made in Ashby in these days.
    Created(Span),
    /// Last changed in Ashby in these days.
    Updated(Span),
}

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident = $text:literal $(| $other:literal)*,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$word_meta])* $word,)* }

        impl $name {
            /// All words that are told.
            pub const WORDS: &'static [&'static str] = &[$($text),*];

            fn parse(text: &str) -> Option<Self> {
                match text.to_lowercase().as_str() {
                    $($text $(| $other)* => Some(Self::$word),)*
                    _ => None,
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$word => $text,)* })
            }
        }
    };
}

words! {
    /// How an application stands.
    Status {
        /// Still in process.
        Live = "live" | "open" | "pending",
        /// In process, past the leads.
        Active = "active",
        /// A lead.
        Lead = "lead" | "leads",
        /// Hired.
        Hired = "hired",
        /// Put away.
        Archived = "archived" | "rejected" | "declined",
    }
}

words! {
    /// What a person can have.
    Thing {
        /// A résumé.
        Resume = "resume" | "résumé" | "cv",
        /// Any file.
        File = "file" | "files",
        /// A mail address.
        Email = "email" | "mail",
        /// A phone number.
        Phone = "phone",
        /// A tag.
        Tag = "tag" | "tags",
        /// An application.
        Application = "application" | "applications",
        /// A note that has been read.
        Note = "note" | "notes",
    }
}

/// The operators, as they are told.
const OPERATORS: &str = "tag: job: stage: source: status: company: title: location: has: created: updated:";

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut rest = text;
        while let Some(token) = Token::next(&mut rest) {
            query.take(token);
        }
        let signs = text.trim_matches(|sign: char| sign.is_whitespace() || sign == '-' || sign == '"');
        if !signs.is_empty() && !signs.chars().any(char::is_alphanumeric) {
            query.problems.push(format!("{signs} has no letter and no digit to search for."));
        }
        query
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.terms.is_empty()
    }

    fn take(&mut self, token: Token<'_>) {
        let Token { negated, key, value, quoted } = token;
        let said = value.chars().any(char::is_alphanumeric);
        let what = match key {
            Some(key) if !value.is_empty() => match operator(key, value) {
                Ok(what) => what,
                Err(problem) => return self.problems.push(problem),
            },
            // Still being typed.
            Some(_) => return,
            None if !said => return,
            None if negated || quoted => What::Words(value.to_owned()),
            None => {
                if !self.text.is_empty() {
                    self.text.push(' ');
                }
                return self.text.push_str(value);
            }
        };
        self.terms.push(Term { negated, what });
    }
}

fn operator(key: &str, value: &str) -> Result<What, String> {
    let text = || value.to_owned();
    let span = || {
        Span::parse(value).ok_or_else(|| {
            format!(
                "{key}:{value} is no date. Write 2026-01-31, >2026-01-31, <2026-02 or 2026-01-01..2026-01-31."
            )
        })
    };
    let one_of = |words: &[&str]| format!("{key}:{value} is not known. Write one of: {}.", words.join(", "));
    Ok(match key.to_lowercase().as_str() {
        "tag" => What::Tag(text()),
        "job" => What::Job(text()),
        "stage" => What::Stage(text()),
        "source" => What::Source(text()),
        "company" => What::Company(text()),
        "title" => What::Title(text()),
        "location" => What::Location(text()),
        "status" => What::Status(Status::parse(value).ok_or_else(|| one_of(Status::WORDS))?),
        "has" => What::Has(Thing::parse(value).ok_or_else(|| one_of(Thing::WORDS))?),
        "created" => What::Created(span()?),
        "updated" => What::Updated(span()?),
        _ => return Err(format!("{key}: is no operator. The operators are {OPERATORS}.")),
    })
}

/// What stands between spaces, or in quotes.
#[derive(Clone, Copy)]
struct Token<'a> {
    negated: bool,
    key: Option<&'a str>,
    value: &'a str,
    quoted: bool,
}

impl<'a> Token<'a> {
    fn next(rest: &mut &'a str) -> Option<Self> {
        *rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let unsigned = rest.strip_prefix('-').filter(|after| !after.starts_with(char::is_whitespace));
        let negated = unsigned.is_some();
        *rest = unsigned.unwrap_or(rest);
        let letters = rest.find(|character: char| !character.is_ascii_alphabetic()).unwrap_or(rest.len());
        let key = match rest.split_at_checked(letters) {
            // An address is no operator.
            Some((key, after)) if !key.is_empty() && after.starts_with(':') && !after.starts_with("://") => {
                *rest = after.strip_prefix(':').unwrap_or(after);
                Some(key)
            }
            _ => None,
        };
        if let Some(inside) = rest.strip_prefix('"') {
            let (value, after) = inside.split_once('"').unwrap_or((inside, ""));
            *rest = after;
            return Some(Self { negated, key, value: value.trim(), quoted: true });
        }
        let end = rest.find(|character: char| character.is_whitespace() || character == '"');
        let (value, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
        *rest = after;
        Some(Self { negated, key, value, quoted: false })
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        for (place, term) in self.terms.iter().enumerate() {
            let space = if place == 0 && self.text.is_empty() { "" } else { " " };
            let sign = if term.negated { "-" } else { "" };
            write!(f, "{space}{sign}{}", term.what)?;
        }
        Ok(())
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(text) => write!(f, "\"{text}\""),
            Self::Tag(text) => write!(f, "tag:\"{text}\""),
            Self::Job(text) => write!(f, "job:\"{text}\""),
            Self::Stage(text) => write!(f, "stage:\"{text}\""),
            Self::Source(text) => write!(f, "source:\"{text}\""),
            Self::Company(text) => write!(f, "company:\"{text}\""),
            Self::Title(text) => write!(f, "title:\"{text}\""),
            Self::Location(text) => write!(f, "location:\"{text}\""),
            Self::Status(status) => write!(f, "status:{status}"),
            Self::Has(thing) => write!(f, "has:{thing}"),
            Self::Created(span) => write!(f, "created:{span}"),
            Self::Updated(span) => write!(f, "updated:{span}"),
        }
    }
}

#[cfg(test)]
mod tests;

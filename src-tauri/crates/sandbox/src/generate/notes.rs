//! What recruiters write down about candidates.

use super::{Workspace, time};
use crate::draw::{Draw, Stream};

/// A note as `candidate.listNotes` shows it.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    pub created: i64,
    pub author: usize,
    pub private: bool,
    pub content: Option<String>,
}

/// `{first}`, `{job}` and `{colleague}` are filled in.
const TEMPLATES: &[&str] = &[
    "Spoke to {first} for 25 minutes. Clear about why {job}, asked good questions about the team. Moving forward.",
    "Left a voicemail, will try again on Thursday.",
    "Salary expectation is a bit above band but flexible if remote days are possible.",
    "{colleague} knows {first} from a former job and speaks highly of the calm way they handle incidents.",
    "<p>Screen notes:</p><ul><li>Motivated by the product, not only by the title</li><li>Notice period three months</li>\
     <li>Would relocate within the country</li></ul>",
    "<p><b>Strong</b> on fundamentals, <i>less so</i> on system design. Suggest a second technical round with \
     {colleague}.</p>",
    "Has another offer on the table, needs an answer from us by the end of next week.",
    "Résumé mentions exactly our stack. Please prioritise.",
    "Candidate asked to be contacted by e-mail only, works night shifts at the moment.",
    "Panel agreed: not for {job}, but keep in mind for the plant in Porto.",
    "Asked for feedback after the rejection – sent a short, honest summary.",
    "<p>Portfolio: <a href=\"https://portfolio.example/work\">link from the application</a>. The second project is \
     close to what we do.</p>",
    "Reference from a previous manager was very good: “would hire again without thinking twice”.",
    "Interview moved twice on our side. Apologised, {first} took it with humour.",
    "Needs a work permit. {colleague} checks with legal whether the timing works.",
    "Did the exercise in <code>Rust</code> although Python was allowed. Clean, small, tested.",
    "Not a fit right now, but a pleasure to talk to. Keep warm.",
    "Internal: compensation committee has approved the upper end of the band.",
];

impl Workspace {
    /// A note of a candidate: `since` is when the candidate appeared, `job` the title they applied for.
    pub fn note(&self, candidate: u32, number: u64, first: &str, job: &str, since: i64) -> Note {
        let mut draw = Draw::at(self.seed, Stream::Notes, u64::from(candidate) * 8 + number);
        let author = draw.place(self.users.len().min(12));
        let colleague = draw.one(&self.users).map(|user| user.first.as_str()).unwrap_or_default();
        // Five and the number of templates have no common divisor: one person's notes never repeat.
        let first_note =
            Draw::at(self.seed, Stream::Notes, u64::from(candidate) | (1 << 40)).place(TEMPLATES.len());
        let template = (first_note + usize::try_from(number).unwrap_or(0) * 5) % TEMPLATES.len();
        let text = TEMPLATES
            .get(template)
            .copied()
            .unwrap_or_default()
            .replace("{first}", first)
            .replace("{job}", job)
            .replace("{colleague}", colleague);
        let span = u64::try_from((self.now - since) / 60_000).unwrap_or(0).min(40 * 24 * 60);
        let after = i64::try_from(draw.below(span.max(1))).unwrap_or(0) * 60_000;
        Note {
            created: (since + after).min(self.now - time::HOUR),
            author,
            private: draw.chance(50),
            content: (!draw.chance(8)).then_some(text),
        }
    }
}

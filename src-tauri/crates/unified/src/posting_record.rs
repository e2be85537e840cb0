//! What Ashby's endpoints together tell about one posting, and which posting speaks for a job.

use std::cmp::Ordering;

use samara_ashby::model as ashby;

use crate::text::owned;

/// A job board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Ashby's id of the board.
    pub remote_id: String,
    /// Whether only members of the organisation see it.
    pub is_internal: bool,
}

/// A posting as far as it was read: the entry of `jobPosting.list` with the result of `jobPosting.info`.
#[derive(Clone, Debug, PartialEq)]
pub struct PostingRecord {
    /// The entry of the list.
    pub item: ashby::JobPosting,
    /// The posting with text and forms, once fetched.
    pub info: Option<ashby::JobPostingInfo>,
    /// The boards whose lists named the posting; empty if boards are not read.
    pub boards: Vec<Board>,
    /// Whether a list of published postings named it; decides where Ashby sends no `status`.
    pub in_published_list: bool,
    /// Whether the mirror has seen the posting published before.
    pub was_published: bool,
}

impl PostingRecord {
    /// A posting that a list without the flag for unpublished ones named.
    #[must_use]
    pub fn listed(item: ashby::JobPosting, info: Option<ashby::JobPostingInfo>) -> Self {
        Self { item, info, boards: Vec::new(), in_published_list: true, was_published: false }
    }

    /// A posting only known by `jobPosting.info`, its id having come from a job.
    #[must_use]
    pub fn unlisted(info: ashby::JobPostingInfo) -> Self {
        let item = ashby::JobPosting {
            id: info.id.clone(),
            title: info.title.clone(),
            job_id: info.job_id.clone(),
            department_name: info.department_name.clone(),
            team_name: info.team_name.clone(),
            location_name: info.location_name.clone(),
            location_ids: info.location_ids.clone(),
            workplace_type: info.workplace_type.clone(),
            employment_type: info.employment_type.clone(),
            status: info.status.clone(),
            is_listed: info.is_listed,
            published_date: info.published_date.clone(),
            application_deadline: info.application_deadline.clone(),
            external_link: info.external_link.clone(),
            apply_link: info.apply_link.clone(),
            updated_at: info.updated_at.clone(),
            ..ashby::JobPosting::default()
        };
        Self { item, info: Some(info), boards: Vec::new(), in_published_list: false, was_published: false }
    }

    /// Whether applicants can see it now, its deadline aside; [`None`] for a status that is not known here.
    #[must_use]
    pub fn is_published(&self) -> Option<bool> {
        match self.item.status.as_deref().or_else(|| self.info.as_ref()?.status.as_deref()) {
            Some("Published") => Some(true),
            Some("Draft") => Some(false),
            Some(_) => None,
            None => Some(self.in_published_list),
        }
    }

    /// Whether all boards that named it are internal ones.
    #[must_use]
    pub fn is_internal(&self) -> bool {
        !self.boards.is_empty() && self.boards.iter().all(|board| board.is_internal)
    }

    /// Whether its board lists it.
    pub(crate) fn is_listed(&self) -> Option<bool> {
        self.item.is_listed.or_else(|| self.info.as_ref()?.is_listed)
    }

    /// A text of the list's entry, else of the posting itself.
    pub(crate) fn text(
        &self,
        of_item: impl Fn(&ashby::JobPosting) -> Option<&String>,
        of_info: impl Fn(&ashby::JobPostingInfo) -> Option<&String>,
    ) -> Option<String> {
        owned(of_item(&self.item).map(String::as_str))
            .or_else(|| owned(self.info.as_ref().and_then(of_info).map(String::as_str)))
    }

    /// Lower speaks for its job first.
    fn precedence(&self) -> u8 {
        match (self.is_published() == Some(true), self.is_internal(), self.is_listed()) {
            (true, false, Some(true)) => 0,
            (true, false, _) => 1,
            (true, true, _) => 2,
            (false, ..) => 3,
        }
    }
}

/// The posting that speaks for a job: published and listed on an external board, else published there unlisted,
/// else published on an internal board, else a draft; among equals the one published first, then the one with
/// the smallest id.
#[must_use]
pub fn primary_posting(postings: &[PostingRecord]) -> Option<&PostingRecord> {
    postings.iter().min_by(|a, b| by_precedence(a, b))
}

/// Who speaks first for a job.
pub(crate) fn by_precedence(a: &PostingRecord, b: &PostingRecord) -> Ordering {
    fn date(posting: &PostingRecord) -> &str {
        // Without a date it comes after all dates.
        posting.item.published_date.as_deref().unwrap_or("~")
    }
    let key = |posting: &PostingRecord| posting.precedence();
    key(a).cmp(&key(b)).then_with(|| date(a).cmp(date(b))).then_with(|| a.item.id.cmp(&b.item.id))
}

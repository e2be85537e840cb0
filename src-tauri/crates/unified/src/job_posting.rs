//! Job postings, from `jobPosting.list` and `jobPosting.info`.

use samara_ashby::model as ashby;

use crate::id::{ConnectionId, Id};
use crate::job::job_id;
use crate::posting_record::{Board, PostingRecord};
use crate::row::{Model, Row, model};
use crate::text::owned;
use crate::time::Timestamp;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether a posting takes applications.
    pub enum PostingStatus, derived {
        /// Published, before its deadline.
        Active = "ACTIVE",
        /// Withdrawn, or past its deadline.
        Inactive = "INACTIVE",
        /// Not yet published.
        Draft = "DRAFT",
    }
}

vocabulary! {
    /// Who finds a posting.
    pub enum PostingVisibility, derived {
        /// Everybody.
        Public = "PUBLIC",
        /// Members of the organisation.
        Internal = "INTERNAL",
        /// Those who have the link.
        Unlisted = "UNLISTED",
    }
}

model! {
    /// The public face of a job.
    pub struct JobPosting in "ats_job_postings", also [remote_id] {
        /// Its headline.
        title: Option<String> => Text,
        /// Opening, body and closing as Ashby has them; [`clean_html`](crate::clean_html) before showing.
        description_html: Option<String> => Text,
        /// Whether it takes applications.
        status: Option<PostingStatus> => Text,
        /// Who finds it.
        visibility: Option<PostingVisibility> => Text,
        /// Its page, where it is public.
        url: Option<String> => Text,
        /// The job it advertises.
        job_id: Option<Id> => Reference("ats_jobs"),
    }
    /// Private columns of `ats_job_postings`.
    private JobPostingPrivate {
        /// Whether the mirror has ever seen it published.
        was_published: bool => Bool,
        /// Name of the department.
        department: Option<String> => Text,
        /// Name of the location.
        location: Option<String> => Text,
        /// Ashby's id of the first board that named it.
        board: Option<String> => Text,
        /// When it was published.
        published_at: Option<Timestamp> => Time,
        /// When applying ends: a posting is due to be read anew then.
        deadline: Option<Timestamp> => Time,
        /// Ashby's `updatedAt`: `jobPosting.info` is due when it moves.
        remote_updated_at: Option<Timestamp> => Time,
    }
}

/// A posting. `now` decides whether its deadline has passed.
#[must_use]
pub fn posting(connection: &ConnectionId, posting: &PostingRecord, now: &Timestamp) -> Row<JobPosting> {
    let item = &posting.item;
    let published = posting.is_published();
    let job = item.job_id.as_ref().or_else(|| posting.info.as_ref()?.job_id.as_ref());
    let private = JobPostingPrivate {
        was_published: posting.was_published || published == Some(true),
        department: posting.text(|i| i.department_name.as_ref(), |i| i.department_name.as_ref()),
        location: posting.text(|i| i.location_name.as_ref(), |i| i.location_name.as_ref()),
        board: posting.boards.first().map(|board: &Board| board.remote_id.clone()),
        published_at: item.published_date.as_deref().and_then(Timestamp::parse),
        deadline: deadline(posting),
        remote_updated_at: item.updated_at.as_deref().and_then(Timestamp::parse),
    };
    let model = JobPosting {
        title: posting.text(|i| i.title.as_ref(), |i| i.title.as_ref()),
        description_html: posting.info.as_ref().and_then(|info| owned(info.description_html.as_deref())),
        status: status(posting, now),
        visibility: visibility(posting),
        url: public_url(posting),
        job_id: job.map(|job| job_id(connection, job)),
        private,
    };
    let remote_id = item.id.as_str();
    Row::plain(posting_id(connection, &item.id), Some(remote_id.to_owned()), model)
}

pub(crate) fn posting_id(connection: &ConnectionId, id: &ashby::JobPostingId) -> Id {
    Id::of(connection, JobPosting::TABLE, id.as_str())
}

fn status(posting: &PostingRecord, now: &Timestamp) -> Option<PostingStatus> {
    let is_over = || deadline(posting).is_some_and(|deadline| deadline < *now);
    posting.is_published().map(|published| match published {
        true if is_over() => PostingStatus::Inactive,
        true => PostingStatus::Active,
        false if posting.was_published => PostingStatus::Inactive,
        false => PostingStatus::Draft,
    })
}

/// When applying ends.
pub(crate) fn deadline(posting: &PostingRecord) -> Option<Timestamp> {
    let deadline = posting.text(|i| i.application_deadline.as_ref(), |i| i.application_deadline.as_ref())?;
    Timestamp::parse(&deadline)
}

/// Who finds the posting; nothing for a draft on no known board.
pub(crate) fn visibility(posting: &PostingRecord) -> Option<PostingVisibility> {
    if posting.is_internal() {
        return Some(PostingVisibility::Internal);
    }
    if posting.boards.is_empty() && posting.is_published() != Some(true) {
        return None;
    }
    let visibility = |listed| if listed { PostingVisibility::Public } else { PostingVisibility::Unlisted };
    posting.is_listed().map(visibility)
}

/// The page of a published posting that is not internal.
pub(crate) fn public_url(posting: &PostingRecord) -> Option<String> {
    let public = posting.is_published() == Some(true) && !posting.is_internal();
    public.then(|| posting.text(|i| i.external_link.as_ref(), |i| i.external_link.as_ref())).flatten()
}

//! Job postings: which jobs have them, and what they say.

use super::jobs::{Job, JobStatus};
use super::organisation::SITES;
use super::words::Family;
use super::{Workspace, time};
use crate::draw::{Draw, Stream};

/// An advertisement of a job.
#[derive(Debug)]
pub(crate) struct Posting {
    pub job: usize,
    pub title: String,
    /// On the internal board instead of the external one.
    pub internal: bool,
    pub listed: bool,
    /// `None` for a draft.
    pub published: Option<i64>,
    pub deadline: Option<i64>,
    pub updated: i64,
    pub site: usize,
    pub shows_pay: bool,
}

/// All postings, those of one job in a row.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    pub all: Vec<Posting>,
    starts: Vec<usize>,
}

impl Postings {
    pub fn new(seed: u64, jobs: &[Job], now: i64) -> Self {
        let mut postings = Self::default();
        for (index, job) in jobs.iter().enumerate() {
            postings.starts.push(postings.all.len());
            let number = u64::try_from(index).unwrap_or(0);
            let mut draw = Draw::at(seed, Stream::Posting, number);
            postings.all.extend(advertise(index, job, now, &mut draw));
        }
        postings
    }

    /// The numbers of a job's postings.
    pub fn range(&self, job: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(job).copied().unwrap_or(self.all.len());
        start..self.starts.get(job + 1).copied().unwrap_or(self.all.len())
    }
}

fn advertise(index: usize, job: &Job, now: i64, draw: &mut Draw) -> Vec<Posting> {
    let site = job.site.unwrap_or(6);
    let posting =
        |internal: bool, listed: bool, published: Option<i64>, site: usize, draw: &mut Draw| Posting {
            job: index,
            title: job.title.clone(),
            internal,
            listed,
            published,
            deadline: draw
                .chance(200)
                .then(|| now + time::days(draw.between(5, 60)))
                .or_else(|| (index % 12 == 11).then(|| now - time::days(3))),
            updated: published.unwrap_or(job.created).max(job.updated).min(now - time::HOUR),
            site,
            shows_pay: job.pay.is_some() && !draw.chance(250),
        };
    match job.status {
        JobStatus::Draft => vec![posting(false, false, None, site, draw)],
        JobStatus::Open if job.confidential => Vec::new(),
        JobStatus::Open => {
            if index > 12 && draw.chance(80) {
                return Vec::new();
            }
            let published = job.opened.map(|opened| opened + time::days(draw.between(1, 20)));
            let listed = index == 0 || (!draw.chance(150) && index != 2);
            let mut postings = vec![posting(index % 16 == 5, listed, published, site, draw)];
            if (draw.chance(420) && !matches!(index, 2 | 5)) || index == 0 {
                let elsewhere = if site == 6 { 2 } else { 6 };
                let internal = draw.chance(500) || index == 0;
                postings.push(posting(
                    internal,
                    true,
                    published,
                    if internal { site } else { elsewhere },
                    draw,
                ));
            }
            postings
        }
        JobStatus::Closed | JobStatus::Archived => Vec::new(),
    }
}

/// The three parts of a description, as HTML.
pub(crate) struct Description {
    pub opening: Option<String>,
    pub body: String,
    pub closing: Option<String>,
}

fn mission(family: Family) -> &'static str {
    match family {
        Family::Software => {
            "You write the software that lets our robots see, plan and ask for help when they are stuck."
        }
        Family::Hardware => {
            "You design the parts that touch the world: joints, grippers, boards that survive a dusty hall."
        }
        Family::Operations => {
            "You keep the line running and the sites supplied, and you say when a plan will not work."
        }
        Family::Commercial => {
            "You find the customers whose packing halls we can make calmer, and you stay with them."
        }
        Family::Design => {
            "You find out what people at the line need, and turn it into something they use without a manual."
        }
        Family::People => "You bring in the people who build Halden, and make sure they want to stay.",
        Family::Finance => {
            "You keep the numbers and the contracts clear enough that everyone can decide on them."
        }
        Family::Student => {
            "You take a question from our backlog that nobody has had time for, and answer it properly."
        }
    }
}

impl Workspace {
    pub fn description(&self, number: usize) -> Description {
        let Some((posting, job)) =
            self.postings.all.get(number).and_then(|it| self.jobs.get(it.job).map(|job| (it, job)))
        else {
            return Description { opening: None, body: String::new(), closing: None };
        };
        let mut draw = Draw::at(self.seed, Stream::Posting, u64::try_from(number).unwrap_or(0) | (1 << 40));
        let place = SITES.get(posting.site).map_or("anywhere", |site| site.name);
        let wanted: String = draw
            .some(job.family.trade().skills, 4)
            .into_iter()
            .map(|skill| format!("<li>Working knowledge of {skill}</li>"))
            .collect();
        let body = format!(
            "<h2>What you will do</h2><p>{}</p><p>The job is at <b>{place}</b>, and you will work with a team of {} \
             people.</p><h2>What you bring</h2><ul>{wanted}<li>You explain your work in plain words</li></ul>",
            mission(job.family),
            draw.between(4, 14)
        );
        let opening = (!draw.chance(120)).then(|| {
            "<p>Halden Robotics builds mobile robots that pack, lift and sort beside people. We are 340 people in five \
             places, and profitable.</p>"
                .to_owned()
        });
        let closing = (!draw.chance(200)).then(|| {
            "<p>We read every application within <i>five working days</i>. If you need an adjustment for the \
             interviews, <a href=\"https://haldenrobotics.example/access\">tell us</a>.</p>"
                .to_owned()
        });
        Description { opening, body, closing }
    }
}

/// Text without tags, a line per block.
pub(crate) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut tag: Option<String> = None;
    for letter in html.chars() {
        match (&mut tag, letter) {
            (None, '<') => tag = Some(String::new()),
            (None, letter) => text.push(letter),
            (Some(name), '>') => {
                if name.starts_with("/p") || name.starts_with("/h") || name.starts_with("/li") {
                    text.push('\n');
                }
                tag = None;
            }
            (Some(name), letter) => name.push(letter),
        }
    }
    text.trim_end().to_owned()
}

//! Jobs: how many, what they are called, who hires for them and where.

use super::organisation::{ROLES, SITES};
use super::words::Family;
use super::{Workspace, time};
use crate::draw::{Draw, Stream};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum JobStatus {
    Open,
    Closed,
    Draft,
    Archived,
}

impl JobStatus {
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Closed => "Closed",
            Self::Draft => "Draft",
            Self::Archived => "Archived",
        }
    }
}

/// Pay of a job, in its currency.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pay {
    pub low: u64,
    pub high: u64,
    pub currency: &'static str,
    pub interval: &'static str,
    /// Which parts come with the salary.
    pub bonus: bool,
    pub equity: bool,
    pub commission: bool,
}

#[derive(Debug)]
pub(crate) struct Job {
    pub title: String,
    pub family: Family,
    pub status: JobStatus,
    pub employment: &'static str,
    pub site: Option<usize>,
    pub department: Option<usize>,
    /// Interview plans, the default one first.
    pub plans: Vec<usize>,
    pub requisition: Option<String>,
    pub confidential: bool,
    pub created: i64,
    pub updated: i64,
    pub opened: Option<i64>,
    pub closed: Option<i64>,
    /// Users and the places of their roles in [`ROLES`].
    pub team: Vec<(usize, usize)>,
    pub author: usize,
    pub pay: Option<Pay>,
    pub openings: u64,
}

/// Title, family, department, plan.
const CATALOGUE: &[(&str, Family, usize, usize)] = &[
    ("Senior Robotics Software Engineer", Family::Software, 1, 0),
    ("Account Executive, Automotive", Family::Commercial, 16, 2),
    ("Assembly Technician", Family::Operations, 10, 3),
    ("Backend Engineer, Fleet Cloud", Family::Software, 4, 0),
    ("Mechanical Engineer, Grippers", Family::Hardware, 6, 1),
    ("Product Designer", Family::Design, 14, 0),
    ("Internship: Motion Planning", Family::Student, 1, 4),
    ("VP Manufacturing", Family::Operations, 10, 5),
    ("Perception Engineer", Family::Software, 1, 0),
    ("Technical Recruiter", Family::People, 20, 2),
    ("Firmware Engineer", Family::Software, 3, 6),
    ("Field Service Technician", Family::Operations, 12, 3),
    ("Customer Success Manager", Family::Commercial, 17, 2),
    ("Electronics Engineer, Power", Family::Hardware, 7, 1),
    ("Site Reliability Engineer", Family::Software, 2, 0),
    ("Summer Job: Packing Line", Family::Operations, 10, 3),
    ("Financial Controller", Family::Finance, 21, 2),
    ("Test Engineer, Safety", Family::Hardware, 8, 1),
    ("Product Manager, Warehouse", Family::Design, 13, 5),
    ("Master Thesis: Grasp Learning", Family::Student, 1, 4),
    ("Sales Engineer", Family::Commercial, 16, 2),
    ("Data Engineer", Family::Software, 4, 0),
    ("Legal Counsel", Family::Finance, 21, 5),
    ("Technical Writer", Family::Design, 14, 2),
    ("Controls Engineer", Family::Software, 1, 0),
    ("Marketing Manager, DACH", Family::Commercial, 18, 2),
    ("Shift Lead", Family::Operations, 10, 3),
    ("People Operations Partner", Family::People, 19, 2),
    ("Head of Perception", Family::Software, 1, 5),
    ("Supply Chain Planner", Family::Operations, 11, 3),
    ("Frontend Engineer, Operator Console", Family::Software, 2, 0),
    ("Industrial Designer", Family::Design, 14, 1),
    ("Reliability Engineer", Family::Hardware, 8, 1),
    ("Partner Manager", Family::Commercial, 16, 2),
    ("Embedded Linux Engineer", Family::Software, 3, 0),
    ("Buyer, Castings", Family::Operations, 11, 3),
];

const LEVELS: &[&str] = &["", "Senior ", "Junior ", "Lead ", "Staff ", "Principal "];

/// How many jobs a workspace of this many candidates has: 24 at 400, about 400 at 1,000,000.
pub(crate) fn count(candidates: u32) -> usize {
    let scaled = 24.0 * (f64::from(candidates) / 400.0).powf(0.36);
    // Every catalogue entry from Open to Archived shows up even in the smallest workspace.
    (12..=480)
        .rev()
        .find(|count| f64::from(*count) <= scaled)
        .and_then(|it| usize::try_from(it).ok())
        .unwrap_or(12)
}

fn status(index: usize) -> JobStatus {
    match index % 12 {
        3 | 9 if index != 9 => JobStatus::Closed,
        6 if index > 6 => JobStatus::Closed,
        7 => JobStatus::Draft,
        10 => JobStatus::Archived,
        9 => JobStatus::Closed,
        _ => JobStatus::Open,
    }
}

pub(crate) fn job(seed: u64, index: usize, users: usize, now: i64) -> Job {
    let number = u64::try_from(index).unwrap_or(0);
    let mut draw = Draw::at(seed, Stream::Job, number);
    let round = index / CATALOGUE.len();
    let (base, family, department, plan) =
        CATALOGUE.get(index % CATALOGUE.len()).copied().unwrap_or(("Engineer", Family::Software, 0, 0));
    let status = status(index);
    let site = if draw.chance(30) && index > 0 {
        None
    } else {
        Some(if index == 0 { 0 } else { site_for(family, &mut draw) })
    };
    let title = title(base, round, site);
    let created = now - time::days(draw.between(220, 900));
    // Long enough ago for every derived application to lie after it.
    let opened = (status != JobStatus::Draft).then(|| created + time::days(draw.between(1, 30)));
    let closed = opened
        .filter(|_| matches!(status, JobStatus::Closed | JobStatus::Archived))
        .map(|opened| opened + time::days(draw.between(100, 180)));
    let employment = employment(family, base, &mut draw);
    let mut plans = vec![if status == JobStatus::Archived {
        6
    } else if plan == 6 {
        0
    } else {
        plan
    }];
    if index % 7 == 3 {
        plans.push(if plans.contains(&5) { 0 } else { 5 });
    }
    let mut team = team(users, index, &mut draw);
    if index % 6 == 4 {
        team.push((users / 2, ROLES.len()));
    }
    Job {
        title,
        family,
        status,
        employment,
        site,
        department: (index == 0 || !draw.chance(25)).then_some(department),
        plans,
        requisition: (!draw.chance(120)).then(|| format!("HR-{}", 1040 + number * 3)),
        confidential: index % 12 == 8,
        created,
        updated: (created + time::days(draw.between(31, 200))).min(now - time::HOUR),
        opened,
        closed,
        author: team.first().map_or(0, |(user, _)| *user),
        team,
        // Of jobs that are paid in unusual steps the pay is always known.
        pay: (!draw.chance(100) || step(index).is_some())
            .then(|| pay(family, employment, site, &mut draw))
            .map(|it| rhythm(index, it)),
        openings: if status == JobStatus::Draft { draw.below(2) } else { draw.between(1, 4) },
    }
}

/// In what steps a job is paid, and how many make a year, where that is unusual; each occurs in every workspace.
fn step(index: usize) -> Option<(&'static str, u64)> {
    Some(match index % 24 {
        1 => ("6 MONTH", 2),
        2 => ("2 WEEK", 26),
        4 => ("1 MONTH", 12),
        5 => ("1 WEEK", 52),
        11 => ("1 DAY", 220),
        12 => ("0.5 MONTH", 24),
        14 => ("3 MONTH", 4),
        16 => ("1 TIME", 1),
        17 => ("1 HOUR", 1_760),
        20 => ("2 MONTH", 6),
        22 => ("NONE", 1),
        _ => return None,
    })
}

fn rhythm(index: usize, pay: Pay) -> Pay {
    match step(index) {
        Some((interval, part)) if pay.interval == "1 YEAR" => {
            Pay { low: pay.low / part, high: pay.high / part, interval, ..pay }
        }
        _ => pay,
    }
}

/// The number of a job's opening among all openings.
pub(crate) fn opening_serial(job: usize, opening: u64) -> u64 {
    u64::try_from(job).unwrap_or(0) * OPENINGS + opening
}

/// Room for the openings of a job.
pub(crate) const OPENINGS: u64 = 16;

/// Work with hands happens at a plant; everything else may be anywhere.
fn site_for(family: Family, draw: &mut Draw) -> usize {
    let sites: &[usize] = match family {
        Family::Operations | Family::Hardware | Family::Student => &[0, 0, 2, 4, 8, 8],
        _ => &[0, 1, 2, 3, 4, 5, 6, 7],
    };
    draw.one(sites).copied().unwrap_or(0)
}

fn title(base: &str, round: usize, site: Option<usize>) -> String {
    if round == 0 {
        return base.to_owned();
    }
    let level = LEVELS.get(round % LEVELS.len()).copied().unwrap_or("");
    let level =
        if base.starts_with("Senior") || base.contains(':') || base.contains("Head") { "" } else { level };
    let place = site.and_then(|site| SITES.get(site)).map_or("anywhere", |site| site.name);
    format!("{level}{base} – {place}")
}

fn employment(family: Family, base: &str, draw: &mut Draw) -> &'static str {
    match family {
        _ if base.starts_with("Summer") => "Temporary",
        _ if base.starts_with("Electronics") => "Contract",
        _ if base == "Technical Writer" => "PartTime",
        Family::Student => "Intern",
        Family::Operations if draw.chance(200) => "Temporary",
        Family::People | Family::Design if draw.chance(250) => "PartTime",
        Family::Finance | Family::Hardware if draw.chance(150) => "Contract",
        _ => "FullTime",
    }
}

fn pay(family: Family, employment: &str, site: Option<usize>, draw: &mut Draw) -> Pay {
    let currency = site.and_then(|site| SITES.get(site)).map_or("EUR", |site| site.currency);
    // Kroner come in tens.
    let scale = if matches!(currency, "NOK" | "SEK") { 11 } else { 1 };
    let (low, spread, interval) = match employment {
        "Intern" => (draw.between(14, 24) * 100, 500, "1 MONTH"),
        "Temporary" => (draw.between(17, 26), 6, "1 HOUR"),
        "Contract" => (draw.between(40, 80) * 10, 200, "1 DAY"),
        _ => (draw.between(46, 115) * 1000, draw.between(12, 35) * 1000, "1 YEAR"),
    };
    Pay {
        low: low * scale,
        high: (low + spread) * scale,
        currency,
        interval,
        bonus: draw.chance(350),
        equity: family == Family::Software && interval == "1 YEAR",
        commission: family == Family::Commercial,
    }
}

/// A hiring manager, a recruiter, and often more; the first two users recruit on most jobs.
fn team(users: usize, index: usize, draw: &mut Draw) -> Vec<(usize, usize)> {
    let mut team = vec![(2 + draw.place(users.saturating_sub(2)), 0)];
    team.push((if index.is_multiple_of(3) { 1 } else { 0 }, 1));
    for role in 2..ROLES.len() {
        let likely = [0, 0, 700, 500, 350, 120].get(role).copied().unwrap_or(0);
        if draw.chance(likely) {
            team.push((draw.place(users), role));
        }
    }
    // Some people wear two hats.
    if draw.chance(150)
        && let Some((manager, _)) = team.first().copied()
    {
        team.push((manager, 4));
    }
    team
}

/// Which job an application goes to: weights that favour the first open job and fall off behind it.
#[derive(Debug)]
pub(crate) struct JobMix {
    /// Jobs with the sum of weights up to and including each.
    steps: Vec<(usize, u64)>,
    total: u64,
}

impl JobMix {
    /// `first` is the share of the first job, in thousandths; the others share the rest.
    pub fn new(jobs: &[Job], first: u64, admits: impl Fn(JobStatus) -> bool) -> Self {
        let chosen: Vec<usize> =
            jobs.iter().enumerate().filter(|(_, job)| admits(job.status)).map(|(index, _)| index).collect();
        let weight = |rank: usize| 1_000_000 / (u64::try_from(rank).unwrap_or(0) + 4);
        let rest: u64 = (1..chosen.len()).map(weight).sum();
        let head = if chosen.len() > 1 { rest * first / (1000 - first.min(999)) } else { 1 };
        let mut total = 0;
        let steps = chosen
            .into_iter()
            .enumerate()
            .map(|(rank, job)| {
                total += if rank == 0 { head.max(1) } else { weight(rank) };
                (job, total)
            })
            .collect();
        Self { steps, total }
    }

    /// A job that is not among those `taken`.
    pub fn pick(&self, draw: &mut Draw, taken: &[usize]) -> usize {
        let roll = draw.below(self.total);
        let at = self.steps.partition_point(|(_, sum)| *sum <= roll);
        self.steps
            .iter()
            .cycle()
            .skip(at)
            .take(self.steps.len())
            .map(|(job, _)| *job)
            .find(|job| !taken.contains(job))
            .unwrap_or(0)
    }
}

impl Workspace {
    /// Someone of this job's team who moves candidates along.
    pub fn mover(&self, job: usize, draw: &mut Draw) -> Option<usize> {
        let team = self.jobs.get(job)?.team.as_slice();
        draw.one(team).map(|(user, _)| *user)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_number_of_jobs_grows_slowly_with_the_workspace() {
        assert_eq!(count(50), 12);
        assert_eq!(count(400), 24);
        assert!((380..=420).contains(&count(1_000_000)), "{}", count(1_000_000));
    }

    #[test]
    fn every_status_and_employment_type_occurs_at_ordinary_sizes() {
        let jobs: Vec<Job> = (0..24).map(|index| job(1, index, 30, 1_790_000_000_000)).collect();
        let statuses: HashSet<JobStatus> = jobs.iter().take(12).map(|job| job.status).collect();
        assert_eq!(statuses.len(), 4);
        let kinds: HashSet<&str> = jobs.iter().map(|job| job.employment).collect();
        assert_eq!(kinds, HashSet::from(["FullTime", "PartTime", "Intern", "Contract", "Temporary"]));
        assert_eq!(jobs[0].status, JobStatus::Open);
        assert!(jobs.iter().any(|job| job.confidential) && jobs.iter().any(|job| job.plans.len() == 2));
    }
}

//! A program with all it started, as `/proc` tells.

use std::fs;
use std::path::Path;

use crate::Outcome;

/// Ticks a second in `/proc/*/stat`: fixed by Linux for programs.
const TICKS: f64 = 100.0;

/// One process.
struct Process {
    id: u32,
    parent: u32,
    /// Processor time used, in seconds.
    cpu: f64,
    /// Seconds since the machine started.
    started: f64,
}

/// All processes below one.
pub struct Tree(Vec<Process>);

impl Tree {
    /// Everything `root` started, directly or not; not `root` itself.
    pub fn below(root: u32) -> Outcome<Self> {
        let mut others: Vec<Process> = fs::read_dir("/proc")?
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter_map(read)
            .collect();
        let mut found = vec![root];
        let mut tree = Vec::new();
        while let Some(parent) = found.pop() {
            let (children, rest) =
                others.into_iter().partition::<Vec<_>, _>(|process| process.parent == parent);
            found.extend(children.iter().map(|child| child.id));
            tree.extend(children);
            others = rest;
        }
        if tree.is_empty() { Err("the driver started nothing".into()) } else { Ok(Self(tree)) }
    }

    /// Processor time of all, in seconds.
    pub fn cpu_seconds(&self) -> Outcome<f64> {
        Ok(self.0.iter().map(|process| process.cpu).sum())
    }

    /// Memory of all in bytes, shared pages divided among those that share them (PSS).
    pub fn memory(&self) -> Outcome<u64> {
        let mut kib = 0_u64;
        for process in &self.0 {
            // Who has ended since, or is only not yet asked for its end, holds nothing.
            let Ok(text) = fs::read_to_string(format!("/proc/{}/smaps_rollup", process.id)) else { continue };
            let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
            let number = line.and_then(|line| line.split_whitespace().next()).ok_or("no Pss")?;
            kib += number.parse::<u64>()?;
        }
        Ok(kib * 1024)
    }

    /// When `program` started, in seconds of the epoch, to a hundredth.
    pub fn started(&self, program: &Path) -> Outcome<f64> {
        let runs = |process: &&Process| {
            fs::read_link(format!("/proc/{}/exe", process.id)).is_ok_and(|path| path == program)
        };
        let process = self.0.iter().find(runs).ok_or("the program is not running")?;
        let uptime = fs::read_to_string("/proc/uptime")?;
        let uptime: f64 = uptime.split_whitespace().next().ok_or("no uptime")?.parse()?;
        let epoch = crate::table::epoch()?;
        Ok(epoch - uptime + process.started)
    }
}

/// Reads `/proc/<id>/stat`; `None` when it ended meanwhile.
fn read(id: u32) -> Option<Process> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name in parentheses may hold anything, a parenthesis too.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let field = |index: usize| fields.get(index)?.parse::<f64>().ok();
    Some(Process {
        id,
        parent: fields.get(1)?.parse().ok()?,
        cpu: (field(11)? + field(12)?) / TICKS,
        started: field(19)? / TICKS,
    })
}

//! Interviews as a calendar file (RFC 5545).

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use samara_store::table::agenda::AgendaInterview;

/// The file's text. Those without a begin stand on no calendar; those without an end last an hour.
pub(super) fn text(interviews: &[AgendaInterview], now: DateTime<Utc>) -> String {
    let mut calendar = Calendar::new();
    for event in interviews.iter().filter_map(|interview| event(interview, now)) {
        calendar.push(event);
    }
    calendar.to_string()
}

fn event(interview: &AgendaInterview, now: DateTime<Utc>) -> Option<Event> {
    let time = |text: &Option<String>| {
        let at = DateTime::parse_from_rfc3339(text.as_deref()?).ok()?;
        Some(at.to_utc())
    };
    let start = time(&interview.starting_at)?;
    let end = time(&interview.ending_at).unwrap_or(start + chrono::TimeDelta::hours(1));
    let words = |parts: &[Option<&str>], between: &str| {
        parts.iter().flatten().copied().collect::<Vec<_>>().join(between)
    };
    let names: Vec<&str> = interview.interviewers.iter().filter_map(|one| one.name.as_deref()).collect();
    let names = names.join(", ");
    let mut event = Event::new();
    event
        .uid(&format!("{}@samara", interview.id))
        .timestamp(now)
        .starts(start)
        .ends(end)
        .summary(&words(&[interview.title.as_deref(), interview.candidate.as_deref()], ": "));
    let about = words(
        &[
            interview.job.as_deref(),
            interview.stage.as_deref(),
            Some(names.as_str()).filter(|names| !names.is_empty()),
            interview.url.as_deref(),
        ],
        "\n",
    );
    event.description(&about);
    if let Some(place) = interview.location.as_deref().or(interview.url.as_deref()) {
        event.location(place);
    }
    if let Some(url) = interview.url.as_deref() {
        event.url(url);
    }
    Some(event.done())
}

#[cfg(test)]
mod tests {
    use samara_store::table::agenda::AgendaInterviewer;

    use super::*;

    fn interview() -> AgendaInterview {
        AgendaInterview {
            id: "i1".to_owned(),
            candidate_id: Some("c1".to_owned()),
            candidate: Some("Zoë, the second; Ångström".to_owned()),
            time_zone: None,
            candidate_url: None,
            job: Some("Robotics engineer".to_owned()),
            stage: Some("Onsite".to_owned()),
            stage_type: None,
            title: Some("System design".to_owned()),
            starting_at: Some("2026-11-27T09:00:00.000Z".to_owned()),
            ending_at: Some("2026-11-27T10:00:00.000Z".to_owned()),
            url: Some("https://meet.example/abc".to_owned()),
            location: None,
            status: None,
            has_feedback: None,
            feedback_link: None,
            interviewers: vec![AgendaInterviewer {
                user_id: "u1".to_owned(),
                name: Some("Dana Vale".to_owned()),
                training_role: None,
                is_feedback_required: None,
            }],
            owing: Vec::new(),
        }
    }

    #[test]
    fn a_calendar_file_has_times_in_utc_and_escapes_what_a_name_may_hold() {
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        // Long lines are folded: unfolded they are easier to look at.
        let text = text(&[interview()], now).replace("\r\n ", "");
        let lines: Vec<&str> = text.split("\r\n").collect();
        for line in [
            "BEGIN:VCALENDAR",
            "UID:i1@samara",
            "DTSTART:20261127T090000Z",
            "DTEND:20261127T100000Z",
            "SUMMARY:System design: Zoë\\, the second\\; Ångström",
            "LOCATION:https://meet.example/abc",
            "DESCRIPTION:Robotics engineer\\nOnsite\\nDana Vale\\nhttps://meet.example/abc",
            "END:VCALENDAR",
        ] {
            assert!(lines.contains(&line), "{line} is not in\n{text}");
        }
    }

    #[test]
    fn what_has_no_time_is_on_no_calendar() {
        let interview = AgendaInterview { starting_at: None, ..interview() };
        assert!(!text(&[interview], DateTime::UNIX_EPOCH).contains("VEVENT"));
    }
}

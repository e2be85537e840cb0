use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use samara_ashby::{HttpReply, HttpRequest, Transport, TransportError};
use serde_json::json;

use super::Office;
use crate::Desk;
use crate::desk::{Options, Ports};

const MINUTE: Duration = Duration::from_secs(60);

impl Office {
    /// Lives on the desk for so long.
    async fn live(&self, time: Duration) {
        tokio::time::timeout(time, self.desk.live()).await.unwrap_err();
    }

    /// How many runs there were, and how many of them listed everything.
    async fn runs(&self) -> (usize, usize) {
        let runs = self.workspace().read(|reading| reading.runs(1_000)).await.unwrap();
        (runs.len(), runs.iter().filter(|run| run.full).count())
    }
}

#[tokio::test(start_paused = true)]
async fn changes_are_asked_for_every_five_minutes_and_everything_once_a_day() {
    let office = Office::connected_to(50);
    office.live(MINUTE * 31).await;
    let (half_an_hour, full) = office.runs().await;
    assert!((7..=8).contains(&half_an_hour), "{half_an_hour}");
    assert_eq!(full, 0, "the first has listed everything anyway");
    // The computer sleeps for a day.
    tokio::time::sleep(MINUTE * 60 * 24).await;
    office.live(MINUTE * 11).await;
    let (then, full) = office.runs().await;
    assert!(then > half_an_hour);
    assert_eq!(full, 1, "and not again with each that follows");
}

#[tokio::test(start_paused = true)]
async fn how_often_changes_are_asked_for_is_a_setting_that_holds_at_once() {
    let office = Office::connected_to(50);
    // Gives how many runs there were, once what the setting woke is over: between two runs, never beside one.
    let set = async |minutes: &str| {
        office.call("set_setting", json!({ "key": "sync.minutes", "value": minutes })).await;
        tokio::time::sleep(MINUTE / 2).await;
        office.runs().await.0
    };
    let script = async {
        let before = set("30").await;
        tokio::time::sleep(MINUTE * 28).await;
        assert_eq!(office.runs().await.0, before);
        tokio::time::sleep(MINUTE * 20).await;
        assert_eq!(office.runs().await.0, before + 1);
        let woken = set("1").await;
        assert_eq!(woken, before + 2);
        tokio::time::sleep(MINUTE * 10).await;
        let often = office.runs().await.0 - woken;
        assert!((9..=10).contains(&often), "{often}");
        for strange in ["0", "soon", "-5", "100000"] {
            let before = set(strange).await;
            tokio::time::sleep(MINUTE * 16).await;
            assert_eq!(office.runs().await.0, before + 3, "with {strange}");
        }
    };
    tokio::select! {
        () = office.desk.live() => panic!("it lives on"),
        () = script => {}
    }
}

#[tokio::test(start_paused = true)]
async fn coming_back_to_the_window_asks_for_changes_unless_that_was_just_done() {
    let office = Office::connected_to(50);
    let script = async {
        tokio::time::sleep(MINUTE / 2).await;
        let first = office.runs().await.0;
        office.desk.focused();
        tokio::time::sleep(MINUTE / 12).await;
        assert_eq!(office.runs().await.0, first, "it was just done");
        tokio::time::sleep(MINUTE).await;
        office.desk.focused();
        tokio::time::sleep(MINUTE / 12).await;
        assert_eq!(office.runs().await.0, first + 1);
    };
    tokio::select! {
        () = office.desk.live() => panic!("it lives on"),
        () = script => {}
    }
}

/// A line to Ashby that can be cut.
struct Line {
    whole: Arc<dyn Transport>,
    is_cut: AtomicBool,
    tried: AtomicUsize,
}

#[async_trait]
impl Transport for Line {
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        self.tried.fetch_add(1, Ordering::Relaxed);
        if self.is_cut.load(Ordering::Relaxed) {
            return Err(TransportError::NotSent("no network".to_owned()));
        }
        self.whole.send(request).await
    }
}

/// The office behind such a line, which is cut.
fn cut_off(office: Office) -> (Office, Arc<Line>) {
    let Office { world, clock, local, desk, place } = office;
    let whole = Arc::clone(&desk.ports.transport);
    let line = Arc::new(Line { whole, is_cut: AtomicBool::new(true), tried: AtomicUsize::new(0) });
    let ports = Ports { transport: Arc::clone(&line) as _, ..desk.ports.clone() };
    drop(desk);
    let desk = Desk::new(Options::new(place.path()), ports).unwrap();
    desk.open().unwrap();
    (Office { world, clock, local, desk, place }, line)
}

#[tokio::test(start_paused = true)]
async fn without_a_network_one_request_tells_when_it_is_back() {
    let (office, line) = cut_off(Office::connected_to(50));
    let away = async || office.call("sync_status", json!({})).await["offline_since"].is_string();
    // Waits until there were so many runs.
    let runs = async |many: usize| {
        for _ in 0..60 {
            if office.runs().await.0 >= many {
                break;
            }
            tokio::time::sleep(MINUTE / 12).await;
        }
        // The last of them comes to its end.
        tokio::time::sleep(MINUTE * 2).await;
        office.runs().await.0
    };
    let script = async {
        let begun = runs(1).await;
        assert!(away().await);
        let tried = line.tried.load(Ordering::Relaxed);
        tokio::time::sleep(MINUTE * 10).await;
        let tried = line.tried.load(Ordering::Relaxed) - tried;
        assert!((1..=41).contains(&tried), "{tried} in ten minutes");
        assert_eq!(office.runs().await.0, begun, "nothing is written down that did not take place");
        // Who asks for it gets a whole run.
        office.call("sync_now", json!({ "full": false })).await;
        assert_eq!((runs(begun + 1).await, away().await), (begun + 1, true));
        line.is_cut.store(false, Ordering::Relaxed);
        assert_eq!((runs(begun + 2).await, away().await), (begun + 2, false));
    };
    tokio::select! {
        () = office.desk.live() => panic!("it lives on"),
        () = script => {}
    }
}

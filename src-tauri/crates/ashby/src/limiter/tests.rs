use std::sync::Mutex as StdMutex;

use super::*;
use crate::fake::TestClock;

fn limiter() -> (Arc<Limiter>, Arc<TestClock>) {
    let clock = TestClock::new();
    (Limiter::new(Arc::clone(&clock) as Arc<dyn Clock>), clock)
}

async fn fill(limiter: &Arc<Limiter>) -> Vec<Permit> {
    let mut permits = Vec::new();
    while limiter.snapshot().in_flight < limiter.snapshot().window {
        permits.push(limiter.acquire(Lane::Pull).await);
    }
    permits
}

/// Lets everything run that can run without time passing.
async fn settle() {
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
}

const LIMITED: Pace = Pace::Limited { retry_after: None, partner_wide: false };

fn limited(seconds: u64) -> Pace {
    Pace::Limited { retry_after: Some(Duration::from_secs(seconds)), partner_wide: false }
}

#[tokio::test(start_paused = true)]
async fn a_waiting_higher_lane_always_goes_first() {
    let (limiter, _) = limiter();
    let mut permits = fill(&limiter).await;
    assert_eq!(permits.len(), 8);
    let order = Arc::new(StdMutex::new(Vec::new()));
    for (name, lane) in [
        ("pull 1", Lane::Pull),
        ("read 1", Lane::Read),
        ("pull 2", Lane::Pull),
        ("write 1", Lane::Write),
        ("read 2", Lane::Read),
        ("write 2", Lane::Write),
    ] {
        let (limiter, order) = (Arc::clone(&limiter), Arc::clone(&order));
        tokio::spawn(async move {
            let permit = limiter.acquire(lane).await;
            order.lock().unwrap().push(name);
            drop(permit);
        });
        settle().await;
    }
    let snapshot = limiter.snapshot();
    assert_eq!((snapshot.waiting_writes, snapshot.waiting_reads, snapshot.waiting_pulls), (2, 2, 2));
    assert_eq!(snapshot.in_flight, 8);
    permits.pop();
    settle().await;
    assert_eq!(*order.lock().unwrap(), ["write 1", "write 2", "read 1", "read 2", "pull 1", "pull 2"]);
}

#[tokio::test(start_paused = true)]
async fn who_leaves_the_queue_takes_no_place() {
    let (limiter, _) = limiter();
    let permits = fill(&limiter).await;
    let mut gone: Vec<_> = (0..3).map(|_| Box::pin(limiter.acquire(Lane::Write))).collect();
    for future in &mut gone {
        assert!(futures_poll(future).await.is_none());
    }
    assert_eq!(limiter.snapshot().waiting_writes, 3);
    drop(gone);
    assert_eq!(limiter.snapshot().waiting_writes, 0);
    drop(permits);
    assert_eq!(limiter.snapshot().in_flight, 0);
    assert_eq!(fill(&limiter).await.len(), 8);
}

#[tokio::test(start_paused = true)]
async fn a_place_given_to_somebody_who_just_left_is_free_again() {
    let (limiter, _) = limiter();
    let mut permits = fill(&limiter).await;
    let mut waiting = Box::pin(limiter.acquire(Lane::Read));
    assert!(futures_poll(&mut waiting).await.is_none());
    permits.pop();
    assert_eq!(limiter.snapshot().in_flight, 8, "the place went to the one waiting");
    drop(waiting);
    assert_eq!(limiter.snapshot().in_flight, 7);
}

async fn futures_poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    tokio::select! { biased; output = future => Some(output), () = std::future::ready(()) => None }
}

#[tokio::test(start_paused = true)]
async fn the_window_grows_by_one_a_round_up_to_its_end() {
    let (limiter, _) = limiter();
    let permit = limiter.acquire(Lane::Read).await;
    for _ in 0..9 {
        permit.note(Pace::Good);
    }
    assert_eq!(limiter.snapshot().window, 9);
    for _ in 0..10_000 {
        permit.note(Pace::Good);
    }
    assert_eq!(limiter.snapshot().window, 24);
}

#[tokio::test(start_paused = true)]
async fn one_wave_of_refusals_halves_the_window_once() {
    let (limiter, _) = limiter();
    let permits = fill(&limiter).await;
    for permit in &permits {
        permit.note(limited(1));
    }
    assert_eq!(limiter.snapshot().window, 4);
    drop(permits);
    for expected in [2, 1, 1] {
        let permit = limiter.acquire(Lane::Pull).await;
        permit.note(limited(1));
        assert_eq!(limiter.snapshot().window, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_starts_before_ashby_permits() {
    let (limiter, clock) = limiter();
    let permit = limiter.acquire(Lane::Read).await;
    permit.note(Pace::Limited { retry_after: Some(Duration::from_secs(30)), partner_wide: true });
    drop(permit);
    let snapshot = limiter.snapshot();
    assert_eq!(snapshot.paused_until, Some(DateTime::UNIX_EPOCH + TimeDelta::seconds(30)));
    assert!(snapshot.partner_wide);
    let permit = limiter.acquire(Lane::Write).await;
    assert_eq!(clock.elapsed().as_secs(), 30);
    assert_eq!(limiter.snapshot().paused_until, None);
    drop(permit);
}

#[tokio::test(start_paused = true)]
async fn those_already_waiting_sit_a_later_pause_out() {
    let (limiter, clock) = limiter();
    let permits = fill(&limiter).await;
    let waiting = tokio::spawn({
        let limiter = Arc::clone(&limiter);
        async move { limiter.acquire(Lane::Pull).await }
    });
    settle().await;
    permits[0].note(limited(10));
    drop(permits);
    settle().await;
    assert!(!waiting.is_finished());
    drop(waiting.await.unwrap());
    assert_eq!(clock.elapsed().as_secs(), 10);
}

#[tokio::test(start_paused = true)]
async fn without_a_named_time_pauses_double_until_a_good_reply() {
    let (limiter, clock) = limiter();
    let mut waited = Vec::new();
    for _ in 0..8 {
        let permit = limiter.acquire(Lane::Read).await;
        permit.note(LIMITED);
        drop(permit);
        let before = clock.elapsed();
        drop(limiter.acquire(Lane::Read).await);
        waited.push((clock.elapsed() - before).as_secs());
    }
    assert_eq!(waited, [1, 2, 4, 8, 16, 32, 60, 60]);
    limiter.acquire(Lane::Read).await.note(Pace::Good);
    limiter.acquire(Lane::Read).await.note(LIMITED);
    assert_eq!(limiter.pause_left(), Some(Duration::from_secs(1)));
}

#[tokio::test(start_paused = true)]
async fn an_absurd_wish_is_cut() {
    let (limiter, _) = limiter();
    limiter.acquire(Lane::Read).await.note(limited(u64::MAX));
    assert_eq!(limiter.pause_left(), Some(LONGEST_PAUSE));
}

//! The ways a recruiter goes through the window, for tests and tours alike.

use serde_json::{Value, json};

use crate::app::App;
use crate::target::{Target, button, css, link, literal, role, text, text_box};
use crate::trouble::{Outcome, Trouble};

/// A card that can be moved one stage on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movable {
    /// The application on the card.
    pub application: String,
    /// The person on the card.
    pub candidate: String,
    /// Their name.
    pub name: String,
    /// The stage it lies in.
    pub from: String,
    /// The stage after that.
    pub to: String,
    /// Its name.
    pub to_name: String,
}

impl Movable {
    /// The card, wherever it lies.
    pub fn card(&self) -> Target {
        css(&format!("[data-application-id=\"{}\"]", self.application))
    }

    /// The card in the column it moves to.
    pub fn moved(&self) -> Target {
        css(&format!("[data-stage-id=\"{}\"] [data-application-id=\"{}\"]", self.to, self.application))
    }
}

/// How the key and the databases are kept, as chosen in the wizard.
#[derive(Debug, Clone, Copy)]
pub enum Vault<'a> {
    /// In the system's keychain.
    Keychain,
    /// Under a passphrase.
    Passphrase(&'a str),
}

impl App {
    /// First run: the demo workspace.
    pub async fn explore_demo(&self) -> Outcome {
        self.click(&button("demo workspace")).await?;
        self.see_within(&link("^Jobs"), 60).await.map(drop)
    }

    /// First run: connects with a key, through the wizard, up to the start of the first sync.
    pub async fn connect(&self, key: &str, vault: Vault<'_>) -> Outcome {
        self.click(&button("^Connect Ashby")).await?;
        self.enter_key(key).await?;
        self.click(&button("^Continue")).await?;
        if let Vault::Passphrase(passphrase) = vault {
            self.click(&text("Behind a passphrase")).await?;
            self.fill(&text_box("passphrase"), passphrase).await?;
        }
        self.click(&button("first sync")).await?;
        self.see_within(&link("^Jobs"), 60).await.map(drop)
    }

    /// In the wizard: types a key and has it checked.
    pub async fn enter_key(&self, key: &str) -> Outcome {
        self.fill(&text_box("API key"), key).await?;
        self.press("Enter").await
    }

    /// Waits until the first sync is through.
    pub async fn synced(&self) -> Outcome {
        self.synced_within(120).await
    }

    /// The same with another patience.
    pub async fn synced_within(&self, seconds: u64) -> Outcome {
        let through = |status: &Value| {
            status.get("running") == Some(&Value::Bool(false))
                && status.get("first") == Some(&Value::Bool(false))
        };
        self.answers("sync_status", json!({}), seconds, through).await.map(drop)
    }

    /// Goes to a screen by its link in the rail.
    pub async fn visit(&self, screen: &str) -> Outcome {
        self.click(&link(&format!("^{screen}"))).await
    }

    /// From the jobs table to the board of a job where something can be moved. Answers the job's id.
    pub async fn open_a_board(&self) -> Outcome<String> {
        self.visit("Jobs").await?;
        self.see(&css("[data-job-id]")).await?;
        let shown = self.attributes("[data-job-id]", "data-job-id").await?;
        for job in shown {
            if self.movable_on(&job).await?.is_some() {
                self.click(&css(&format!("[data-job-id=\"{job}\"]"))).await?;
                self.see(&css("[data-testid=board] [data-application-id]")).await?;
                return Ok(job);
            }
        }
        Err(self.waited("no job on the screen has a card that could be moved".to_owned(), 0).await)
    }

    /// A card on that job's board that can be moved on, as the engine tells.
    pub async fn movable(&self, job: &str) -> Outcome<Movable> {
        match self.movable_on(job).await? {
            Some(card) => Ok(card),
            None => Err(self.waited(format!("no card of job {job} can be moved"), 0).await),
        }
    }

    /// A card on that job's board that can be moved on, of a person with notes and a résumé if one of the first has both.
    pub async fn movable_with_notes(&self, job: &str) -> Outcome<Movable> {
        let cards = self.movables_on(job).await?;
        for card in &cards {
            let input = json!({ "id": card.candidate });
            self.call("candidate_refresh", input.clone()).await?;
            let fetched = |notes: &Value| notes.get("fetched_at").is_some_and(|at| !at.is_null());
            let notes = self.answers("candidate_notes", input.clone(), 20, fetched).await?;
            let person = self.call("candidate", input).await?;
            let noted = notes.get("notes").and_then(Value::as_array).is_some_and(|notes| !notes.is_empty());
            if noted && is_pdf(&person) {
                return Ok(card.clone());
            }
        }
        match cards.into_iter().next() {
            Some(card) => Ok(card),
            None => Err(self.waited(format!("no card of job {job} can be moved"), 0).await),
        }
    }

    async fn movable_on(&self, job: &str) -> Outcome<Option<Movable>> {
        Ok(self.movables_on(job).await?.into_iter().next())
    }

    async fn movables_on(&self, job: &str) -> Outcome<Vec<Movable>> {
        let board = self.call("board", json!({ "job_id": job, "plan": null })).await?;
        let columns = board.get("columns").and_then(Value::as_array).cloned().unwrap_or_default();
        for pair in columns.windows(2) {
            let [from, to] = pair else { continue };
            let kind = to.pointer("/stage/kind").and_then(Value::as_str).unwrap_or_default();
            if from.get("count").and_then(Value::as_u64) < Some(1) || matches!(kind, "Archived" | "Hired") {
                continue;
            }
            let (from, to, to_name) =
                (words(from, "/stage/id"), words(to, "/stage/id"), words(to, "/stage/name"));
            let input = json!({ "job_id": job, "stage_id": from, "offset": 0, "limit": 8 });
            let page = self.call("board_cards", input).await?;
            let cards = page.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
            let settled = cards.iter().filter(|card| card.get("pending").is_some_and(Value::is_null));
            let movable: Vec<Movable> = settled
                .map(|card| Movable {
                    application: words(card, "/application_id"),
                    candidate: words(card, "/candidate_id"),
                    name: words(card, "/name"),
                    from: from.clone(),
                    to: to.clone(),
                    to_name: to_name.clone(),
                })
                .collect();
            if !movable.is_empty() {
                return Ok(movable);
            }
        }
        Ok(Vec::new())
    }

    /// Moves a card one stage on with the keyboard, and waits until it is to be seen there.
    pub async fn move_by_key(&self, card: &Movable) -> Outcome {
        self.focus(&card.card()).await?;
        self.press("L").await?;
        self.see(&card.moved()).await.map(drop)
    }

    /// Puts the focus on `target`.
    pub async fn focus(&self, target: &Target) -> Outcome {
        let element = self.see(target).await?;
        let element = serde_json::to_value(&element).unwrap_or(Value::Null);
        self.client.execute("arguments[0].focus()", vec![element]).await.map(drop).map_err(Trouble::from)
    }

    /// Puts on a theme, `light` or `dark`, for the pictures: what is chosen in the settings stays as it is.
    pub async fn wear(&self, theme: &str) -> Outcome {
        let script = "document.documentElement.dataset.theme = arguments[0]";
        self.client.execute(script, vec![theme.into()]).await.map(drop).map_err(Trouble::from)
    }

    /// Waits until a candidate's page is complete: heading, notes, and the first page of the résumé if there is one.
    pub async fn candidate_shown(&self, card: &Movable) -> Outcome {
        self.see(&role("heading", &literal(&card.name))).await?;
        let input = json!({ "id": card.candidate });
        let fetched = |notes: &Value| notes.get("fetched_at").is_some_and(|at| !at.is_null());
        self.answers("candidate_notes", input.clone(), 20, fetched).await?;
        let view = self.call("candidate", input).await?;
        if is_pdf(&view) {
            self.see_within(&css("[data-page=\"1\"] span"), 30).await?;
        }
        Ok(())
    }

    /// One attribute of everything a selector finds, in the order of the page.
    pub async fn attributes(&self, selector: &str, attribute: &str) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.getAttribute(arguments[1]))";
        let found = self.client.execute(script, vec![selector.into(), attribute.into()]).await?;
        let found = found.as_array().cloned().unwrap_or_default();
        Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }
}

/// Whether a person's résumé is drawn in pages; others are shown as the words in them.
fn is_pdf(person: &Value) -> bool {
    words(person, "/resume/name").to_lowercase().ends_with(".pdf")
}

/// The text at a JSON pointer; a field the contract promises is there.
fn words(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

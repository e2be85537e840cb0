//! Looking at the window, and acting in it.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::Value;
use std::time::Duration;

use crate::app::App;
use crate::target::{FIND, Target};
use crate::trouble::{Outcome, Trouble};

/// How long a person would wait before saying that nothing happens.
pub(crate) const PATIENCE: u64 = 10;
const GLANCE: Duration = Duration::from_millis(40);
/// The key WebDriver puts an element's id under.
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Asks again and again until `check` answers yes. Answers whether it did within `seconds`.
pub async fn until<F, Fut>(seconds: u64, mut check: F) -> Outcome<bool>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Outcome<bool>>,
{
    let asking = async {
        loop {
            if check().await? {
                return Ok(());
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    match tokio::time::timeout(Duration::from_secs(seconds), asking).await {
        Ok(done) => done.map(|()| true),
        Err(_) => Ok(false),
    }
}

impl App {
    /// What `target` finds now.
    pub async fn look(&self, target: &Target) -> Outcome<Option<Element>> {
        // What is found may be drawn anew before the driver has its handle: then it is looked for again.
        let found = loop {
            match self.client.execute(FIND, target.arguments()).await {
                Err(error) if error.is_stale_element_reference() => tokio::time::sleep(GLANCE).await,
                found => break found?,
            }
        };
        let id = found.get(ELEMENT).and_then(Value::as_str);
        Ok(id.map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))))
    }

    /// Waits until `target` is to be seen.
    pub async fn see(&self, target: &Target) -> Outcome<Element> {
        self.see_within(target, PATIENCE).await
    }

    /// The same with another patience.
    pub async fn see_within(&self, target: &Target, seconds: u64) -> Outcome<Element> {
        let looking = async {
            loop {
                if let Some(element) = self.look(target).await? {
                    return Ok(element);
                }
                tokio::time::sleep(GLANCE).await;
            }
        };
        match tokio::time::timeout(Duration::from_secs(seconds), looking).await {
            Ok(found) => found,
            Err(_) => Err(self.waited(format!("did not see {target}"), seconds).await),
        }
    }

    /// Waits until `target` is not to be seen any more.
    pub async fn gone(&self, target: &Target) -> Outcome {
        let gone = until(PATIENCE, || async { Ok(self.look(target).await?.is_none()) }).await?;
        if gone { Ok(()) } else { Err(self.waited(format!("still saw {target}"), PATIENCE).await) }
    }

    /// Waits until one of the engine's commands answers as `check` wants.
    pub async fn answers(
        &self,
        name: &str,
        input: Value,
        seconds: u64,
        check: impl Fn(&Value) -> bool,
    ) -> Outcome<Value> {
        let mut last = Value::Null;
        let asking = async {
            loop {
                last = self.call(name, input.clone()).await?;
                if check(&last) {
                    return Ok::<(), Trouble>(());
                }
                tokio::time::sleep(GLANCE * 2).await;
            }
        };
        match tokio::time::timeout(Duration::from_secs(seconds), asking).await {
            Ok(done) => done.map(|()| last),
            Err(_) => {
                Err(self.waited(format!("{name} did not answer as wanted; last {last}"), seconds).await)
            }
        }
    }

    /// Clicks `target`, once it is to be seen.
    pub async fn click(&self, target: &Target) -> Outcome {
        // A list may be drawn anew between finding and clicking: then find it again.
        for _ in 0..5 {
            match self.see(target).await?.click().await {
                Err(error) if error.is_stale_element_reference() => tokio::time::sleep(GLANCE).await,
                done => return done.map_err(Trouble::from),
            }
        }
        Err(self.waited(format!("{target} never stood still"), PATIENCE).await)
    }

    /// Puts the cursor into a field and types, in place of what was there.
    pub async fn fill(&self, target: &Target, words: &str) -> Outcome {
        self.click(target).await?;
        // As a hand does it: WebDriver's own way of emptying a field goes past the listeners of a live one.
        self.press("Control+A").await?;
        self.press("Backspace").await?;
        self.see(target).await?.send_keys(words).await?;
        Ok(())
    }

    /// Presses keys wherever the focus is: `L`, `Enter`, `Control+K`, `Shift+ArrowRight`.
    pub async fn press(&self, chord: &str) -> Outcome {
        let keys: Vec<char> = chord.split('+').filter_map(key).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in &keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        self.client.perform_actions(actions).await?;
        Ok(())
    }

    /// Types wherever the focus is, one key after the other.
    pub async fn press_each(&self, words: &str) -> Outcome {
        for letter in words.chars() {
            self.press(&letter.to_string()).await?;
        }
        Ok(())
    }

    /// The visible text of the whole page.
    pub async fn words(&self) -> Outcome<String> {
        let words = self.client.execute("return document.body?.innerText ?? ''", vec![]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// The visible text of what a CSS selector finds first; empty where there is nothing.
    pub async fn words_of(&self, selector: &str) -> Outcome<String> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let words = self.client.execute(script, vec![selector.into()]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    pub(crate) async fn waited(&self, awaited: String, seconds: u64) -> Trouble {
        let page = self.words().await.unwrap_or_else(|error| format!("(cannot be read: {error})"));
        Trouble::Waited { awaited, seconds, page, log: self.log() }
    }
}

/// One key of a chord as WebDriver wants it.
fn key(name: &str) -> Option<char> {
    let special = match name {
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Some(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        letter => return letter.to_lowercase().chars().next(),
    };
    Some(char::from(special))
}

//! The keyboard alone: typing, walking to what is meant, and whether the focus is there.

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use serde_json::Value;

use crate::app::App;
use crate::page::{ELEMENT, PATIENCE, until};
use crate::target::Target;
use crate::trouble::Outcome;

/// Strokes to anything on a screen at most: who needs more has lost the way.
const STROKES: usize = 120;

impl App {
    /// Types words where the focus is, as written.
    pub async fn type_words(&self, words: &str) -> Outcome {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in words.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await?;
        Ok(())
    }

    /// Whether the focus is on what is meant: on any of it, where a CSS selector says so.
    pub async fn holds(&self, target: &Target) -> Outcome<bool> {
        let held = match target {
            Target::Css(selector) => {
                let script = "return document.activeElement?.matches(arguments[0]) ?? false";
                self.client.execute(script, vec![selector.as_str().into()]).await?
            }
            _ => {
                let Some(element) = self.look(target).await? else { return Ok(false) };
                let element = serde_json::to_value(&element).unwrap_or(Value::Null);
                self.client.execute("return document.activeElement === arguments[0]", vec![element]).await?
            }
        };
        Ok(held == Value::Bool(true))
    }

    /// Waits until the focus is on it.
    pub async fn held(&self, target: &Target) -> Outcome {
        if until(PATIENCE, || self.holds(target)).await? {
            return Ok(());
        }
        let script = "return document.activeElement?.outerHTML.slice(0, 300)";
        let held = self.client.execute(script, vec![]).await?;
        Err(self.waited(format!("the focus is not on {target} but on {held}"), PATIENCE).await)
    }

    /// Presses a key again and again until the focus is on it.
    pub async fn walk_to(&self, chord: &str, target: &Target) -> Outcome {
        for _ in 0..STROKES {
            if self.holds(target).await? {
                return Ok(());
            }
            self.press(chord).await?;
        }
        Err(self.waited(format!("{STROKES} × {chord} never came to {target}"), 0).await)
    }

    /// Hands a file to a file field, as the system's dialog for files would.
    pub async fn choose_file(&self, selector: &str, path: &std::path::Path) -> Outcome {
        let script = "return document.querySelector(arguments[0])";
        let found = self.client.execute(script, vec![selector.into()]).await?;
        let id = found.get(ELEMENT).and_then(Value::as_str);
        let Some(id) = id else {
            return Err(self.waited(format!("there is no `{selector}`"), 0).await);
        };
        let field = Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
        Ok(field.send_keys(&path.display().to_string()).await?)
    }
}

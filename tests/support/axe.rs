//! What axe-core has to say about the window (WCAG 2.2, levels A and AA).

use std::path::Path;

use serde_json::Value;

use crate::app::App;
use crate::trouble::{Outcome, Trouble, system};

/// Runs axe on the page, unless it is busy; answers its complaints as lines.
///
/// `scrollable-region-focusable`: a column of the board is walked through by the arrow keys from the one card that Tab
/// reaches, and scrolls along; axe cannot know that.
const RUN: &str = r#"
const [colours, done] = arguments;
const options = {
  runOnly: colours ? { type: "rule", values: ["color-contrast"] } : ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: document.querySelector("[data-testid=board]") ? { "scrollable-region-focusable": { enabled: false } } : {},
};
axe.run(document, options).then(
  ({ violations, passes }) => done({
    passed: passes.length,
    found: violations.map(({ id, impact, nodes }) => `${id} (${impact}), ${nodes.length} times, first ${nodes[0].target.join(" ")}: ${nodes[0].html.slice(0, 160)}`),
  }),
  (error) => done({ failure: String(error) }),
);
"#;

/// What axe looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Everything it knows of levels A and AA.
    All,
    /// Contrast alone: all that changes with the theme.
    Colours,
}

/// What axe found on one screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accessibility {
    /// Rules that hold.
    pub passed: u64,
    /// Rules that do not, each with where.
    pub found: Vec<String>,
}

/// The source of axe-core, from the UI's packages.
pub fn axe_source() -> Outcome<String> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&place)
        .map_err(system(format!("read {} (`npm ci` in ui brings it)", place.display())))
}

impl App {
    /// What axe finds on what the window shows now.
    pub async fn accessibility(&self, source: &str, look: Look) -> Outcome<Accessibility> {
        self.settle().await?;
        // Function scope would hide its name from the run below.
        if self.client.execute("return window.axe === undefined", vec![]).await? == Value::Bool(true) {
            let script = format!("{source}\n window.axe = window.axe ?? axe;");
            self.client.execute(&script, vec![]).await?;
        }
        let answer = self.client.execute_async(RUN, vec![(look == Look::Colours).into()]).await?;
        let found = answer
            .get("found")
            .and_then(Value::as_array)
            .ok_or_else(|| Trouble::Command { name: "axe".to_owned(), failure: answer.to_string() })?;
        Ok(Accessibility {
            passed: answer.get("passed").and_then(Value::as_u64).unwrap_or_default(),
            found: found.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        })
    }

    /// Goes to a screen by its address: `/settings?tab=sync`.
    pub async fn go(&self, address: &str) -> Outcome {
        self.client.execute("location.hash = arguments[0]", vec![address.into()]).await?;
        Ok(())
    }
}

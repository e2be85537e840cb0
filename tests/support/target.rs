//! How a test names what it means on the screen: as a person or a screen reader would.

use std::fmt;

/// Something to look for. Names and texts are regular expressions, case ignored.
#[derive(Debug, Clone)]
pub enum Target {
    /// An ARIA role (written out or an element's own) with an accessible name.
    Role {
        /// `button`, `textbox`, `link`, `row`, …
        role: String,
        /// What the accessible name must match.
        name: String,
    },
    /// A CSS selector.
    Css(String),
    /// The innermost element whose visible text matches.
    Text(String),
}

/// An element of that role and name.
pub fn role(role: &str, name: &str) -> Target {
    Target::Role { role: role.to_owned(), name: name.to_owned() }
}

/// A button by its words.
pub fn button(name: &str) -> Target {
    role("button", name)
}

/// A link by its words.
pub fn link(name: &str) -> Target {
    role("link", name)
}

/// A text field by its label.
pub fn text_box(name: &str) -> Target {
    role("textbox", name)
}

/// Whatever a CSS selector finds.
pub fn css(selector: &str) -> Target {
    Target::Css(selector.to_owned())
}

/// Words to be read anywhere.
pub fn text(pattern: &str) -> Target {
    Target::Text(pattern.to_owned())
}

/// A pattern that means `words` alone: whatever could mean more stands for any one sign.
pub fn literal(words: &str) -> String {
    words.chars().map(|sign| if sign.is_alphanumeric() || sign == ' ' { sign } else { '.' }).collect()
}

impl Target {
    /// The arguments [`FIND`] takes.
    pub(crate) fn arguments(&self) -> Vec<serde_json::Value> {
        let words = match self {
            Self::Role { role, name } => ["role", role, name],
            Self::Css(selector) => ["css", selector, ""],
            Self::Text(pattern) => ["text", "", pattern],
        };
        words.iter().map(|word| (*word).into()).collect()
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role { role, name } => write!(out, "{role} “{name}”"),
            Self::Css(selector) => write!(out, "`{selector}`"),
            Self::Text(pattern) => write!(out, "the words “{pattern}”"),
        }
    }
}

/// Finds the first visible match, or null.
pub(crate) const FIND: &str = r#"
const [kind, role, pattern] = arguments;
const native = {
  button: "button, summary, input[type=button], input[type=submit]",
  textbox: "textarea, input:not([type]), input[type=text], input[type=password], input[type=search], input[type=url], input[type=email], input[type=number]",
  link: "a[href]", checkbox: "input[type=checkbox]", radio: "input[type=radio]", combobox: "select",
  heading: "h1, h2, h3, h4, h5, h6", listitem: "li", list: "ul, ol", row: "tr", table: "table", dialog: "dialog[open]",
  navigation: "nav", main: "main", article: "article", img: "img", option: "option", region: "section",
};
const squash = (words) => (words ?? "").replace(/\s+/g, " ").trim();
const seen = (element) => {
  const style = getComputedStyle(element);
  return element.getClientRects().length > 0 && style.visibility !== "hidden" && !element.closest("[inert], [aria-hidden=true]");
};
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return squash(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return squash(label);
  if (element.labels?.length) return squash([...element.labels].map((one) => one.textContent).join(" "));
  return squash(element.innerText || element.value || element.alt || element.title || element.placeholder);
};
if (kind === "css") return [...document.querySelectorAll(role)].find(seen) ?? null;
const wanted = new RegExp(pattern, "i");
if (kind === "text") {
  const matches = (element) => wanted.test(squash(element.innerText));
  let found = document.body && matches(document.body) ? document.body : null;
  for (let inner = found; inner; inner = [...found.children].find((child) => seen(child) && matches(child))) found = inner;
  return found;
}
const selector = [`[role~="${role}"]`, ...(native[role] ?? "").split(", ").filter(Boolean).map((one) => `${one}:not([role])`)];
if (role === "textbox") selector.push("[role=searchbox]", "[role=combobox]:is(input, textarea)", "[contenteditable=true]");
return [...document.querySelectorAll(selector.join(", "))].find((element) => seen(element) && wanted.test(nameOf(element))) ?? null;
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_named_in_words() {
        assert_eq!(button("^Connect$").to_string(), "button “^Connect$”");
        assert_eq!(css("[data-testid=board]").to_string(), "`[data-testid=board]`");
        assert_eq!(text("2 waiting").to_string(), "the words “2 waiting”");
    }
}

//! HTML from Ashby, made safe to show.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

/// Keeps the formatting of notes and descriptions and drops everything that could run, load or deceive:
/// scripts, styles, forms, images and frames (nothing is fetched when the text is shown), links other than
/// `http`, `https`, `mailto` and `tel`.
#[must_use]
pub fn clean_html(html: &str) -> String {
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let mut cleaner = Builder::default();
        cleaner
            .rm_tags(["img", "map", "area"])
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
            .url_relative(ammonia::UrlRelative::Deny)
            .link_rel(Some("noopener noreferrer"));
        cleaner
    });
    CLEANER.clean(html).to_string()
}

/// The formatting that Ashby keeps of a note written from outside: bold, italic, underline, links, lists and code.
/// Line breaks stay beside it, since without them lines would run together here.
#[must_use]
pub fn note_html(html: &str) -> String {
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let mut cleaner = Builder::default();
        cleaner
            .tags(HashSet::from(["b", "i", "u", "a", "ul", "ol", "li", "code", "pre", "br"]))
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
            .url_relative(ammonia::UrlRelative::Deny)
            .link_rel(None);
        cleaner
    });
    CLEANER.clean(html).to_string()
}

/// The words of cleaned HTML without their formatting, blocks on lines of their own.
#[must_use]
pub fn plain_text(html: &str) -> String {
    const BLOCKS: [&str; 12] =
        ["<p", "</p", "<br", "<li", "<ul", "<ol", "<div", "</div", "<pre", "<h", "<tr", "<blockquote"];
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        text.push_str(before);
        if BLOCKS.iter().any(|block| tag.starts_with(block)) && !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        rest = tag.find('>').and_then(|end| tag.get(end + 1..)).unwrap_or_default();
    }
    text.push_str(rest);
    let named =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    named.iter().fold(text.trim().to_owned(), |text, (name, letter)| text.replace(name, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatting_stays() {
        let html = "<p>Strong in <b>Rust</b>,<br>see</p><ul><li>one</li></ul>";
        assert_eq!(clean_html(html), html);
        assert_eq!(clean_html("5 < 7 & plain"), "5 &lt; 7 &amp; plain");
    }

    #[test]
    fn what_runs_loads_or_deceives_goes() {
        for html in [
            "<script>alert(1)</script>",
            "<img src=\"https://t.example/p.gif\">",
            "<iframe src=\"https://t.example\"></iframe>",
            "<style>p{display:none}</style>",
            "<svg onload=alert(1)></svg>",
        ] {
            assert_eq!(clean_html(html), "", "{html}");
        }
        assert_eq!(clean_html("<p onclick=\"x()\" style=\"color:red\">a</p>"), "<p>a</p>");
        assert!(!clean_html("<a href=\"javascript:x()\">a</a>").contains("javascript"));
        assert!(!clean_html("<a href=\"//t.example\">a</a>").contains("t.example"));
        assert!(!clean_html("<a href=\"data:text/html,x\">a</a>").contains("data:"));
    }

    #[test]
    fn a_note_keeps_what_ashby_keeps() {
        let html = "<b>Raft</b><br>see <a href=\"https://a.example\">it</a><ul><li><i>one</i></li></ul>";
        assert_eq!(note_html(html), html);
        assert_eq!(note_html("<h1>Big</h1><p>text</p><script>x</script>"), "Bigtext");
        assert!(!note_html("<a href=\"javascript:x()\">a</a>").contains("javascript"));
    }

    #[test]
    fn words_are_left_of_formatting() {
        let html = "<p>Strong in <b>Rust</b> &amp; C,<br>see</p><ul><li>one</li><li>&lt;two&gt;</li></ul>";
        assert_eq!(plain_text(html), "Strong in Rust & C,\nsee\none\n<two>");
    }

    #[test]
    fn links_to_the_outside_stay() {
        let cleaned =
            clean_html("<a href=\"https://a.example/cv\">cv</a> <a href=\"mailto:a@b.example\">mail</a>");
        assert!(cleaned.contains("href=\"https://a.example/cv\"") && cleaned.contains("noopener"));
        assert!(cleaned.contains("href=\"mailto:a@b.example\""));
    }
}

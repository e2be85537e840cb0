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
    fn links_to_the_outside_stay() {
        let cleaned =
            clean_html("<a href=\"https://a.example/cv\">cv</a> <a href=\"mailto:a@b.example\">mail</a>");
        assert!(cleaned.contains("href=\"https://a.example/cv\"") && cleaned.contains("noopener"));
        assert!(cleaned.contains("href=\"mailto:a@b.example\""));
    }
}

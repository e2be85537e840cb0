//! How a person can be reached: the shared shapes for e-mail addresses, phone numbers and social links.

use samara_ashby::model::{ContactInfo, SocialLink};
use serde::Serialize;

use crate::text::{owned, trimmed};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What an address or number is for.
    pub enum ContactType, closed {
        /// Private life.
        Personal = "PERSONAL" from ["Personal"],
        /// The present employer.
        Work = "WORK" from ["Work"],
        /// Anything else.
        Other = "OTHER" from ["Other"],
    }
}

vocabulary! {
    /// Where a social link leads.
    pub enum SocialType, closed {
        /// LinkedIn.
        LinkedIn = "LINKEDIN" from ["LinkedIn"],
        /// GitHub.
        GitHub = "GITHUB" from ["GitHub"],
        /// Twitter, also as X.
        Twitter = "TWITTER" from ["Twitter"],
        /// Medium.
        Medium = "MEDIUM" from ["Medium"],
        /// Stack Overflow.
        StackOverflow = "STACKOVERFLOW" from ["StackOverflow"],
        /// YouTube.
        YouTube = "YOUTUBE" from ["YouTube"],
        /// CodePen.
        CodePen = "CODEPEN" from ["CodePen"],
        /// Any site.
        Website = "WEBSITE" from ["Website"],
    }
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Email {
    /// The address, valid and in its original case.
    pub email_address: String,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: Option<ContactType>,
}

/// A phone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phone {
    /// The number as it was entered.
    pub phone_number: String,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: Option<ContactType>,
}

/// A link to a person's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Social {
    /// The address of the page.
    pub link: String,
    /// Where it leads.
    #[serde(rename = "type")]
    pub kind: Option<SocialType>,
    /// The person's name there, where the address tells it.
    pub username: Option<String>,
}

/// All valid addresses, the primary one first, each once whatever its case.
pub(crate) fn emails(primary: Option<&ContactInfo>, all: &[ContactInfo]) -> Vec<Email> {
    let contacts = contacts(primary, all).into_iter().filter(|(address, _)| is_email(address));
    contacts.map(|(address, kind)| Email { email_address: address.to_owned(), kind }).collect()
}

/// All numbers, the primary one first, each once.
pub(crate) fn phones(primary: Option<&ContactInfo>, all: &[ContactInfo]) -> Vec<Phone> {
    let contacts = contacts(primary, all).into_iter();
    contacts.map(|(number, kind)| Phone { phone_number: number.to_owned(), kind }).collect()
}

/// All links with their user names.
pub(crate) fn socials(links: &[SocialLink]) -> Vec<Social> {
    let social = |link: &SocialLink| {
        let url = owned(link.url.as_deref())?;
        let username = username(&url).map(str::to_owned);
        Some(Social { kind: link.r#type.as_deref().and_then(SocialType::from_ashby), username, link: url })
    };
    links.iter().filter_map(social).collect()
}

/// Values with types: the primary one, then those marked primary, then the rest. A value met twice keeps
/// its first place and the first type known.
fn contacts<'a>(
    primary: Option<&'a ContactInfo>,
    all: &'a [ContactInfo],
) -> Vec<(&'a str, Option<ContactType>)> {
    let is_primary = |contact: &&ContactInfo| contact.is_primary == Some(true);
    let marked = all.iter().filter(is_primary);
    let others = all.iter().filter(|contact| !is_primary(contact));
    let mut contacts: Vec<(&str, Option<ContactType>)> = Vec::with_capacity(all.len() + 1);
    for contact in primary.into_iter().chain(marked).chain(others) {
        let Some(value) = contact.value.as_deref().and_then(trimmed) else { continue };
        let kind = contact.r#type.as_deref().and_then(ContactType::from_ashby);
        match contacts.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(value)) {
            Some((_, known_kind)) => *known_kind = known_kind.or(kind),
            None => contacts.push((value, kind)),
        }
    }
    contacts
}

/// Whether the unified model takes `text` for an e-mail address: `local@domain.tld`, the local part of
/// letters, digits and `_'+-.` without leading, trailing or double dot.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let local_fits = local.bytes().all(|b| b.is_ascii_alphanumeric() || b"_'+-.".contains(&b))
        && !local.starts_with('.')
        && !local.contains("..")
        && local.ends_with(|c: char| c.is_ascii_alphanumeric() || "_+-".contains(c));
    let label_fits = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let Some((labels, top)) = domain.rsplit_once('.') else { return false };
    let top_fits = top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
    local_fits && top_fits && labels.split('.').all(label_fits)
}

/// The user name in the address of a profile page.
fn username(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest.split_once('/')?;
    let on = |site: &str| {
        let from = host.len().checked_sub(site.len());
        from.is_some_and(|from| {
            host.get(from..).is_some_and(|end| end.eq_ignore_ascii_case(site))
                && (from == 0 || host.get(..from).is_some_and(|start| start.ends_with('.')))
        })
    };
    let path = if on("linkedin.com") {
        path.strip_prefix("in/")?
    } else if on("medium.com") {
        path.strip_prefix('@')?
    } else if ["github.com", "twitter.com", "x.com", "codepen.io"].into_iter().any(on) {
        path
    } else {
        return None;
    };
    path.split('/').next().and_then(trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(value: &str, kind: Option<&str>, is_primary: bool) -> ContactInfo {
        ContactInfo {
            value: Some(value.to_owned()),
            r#type: kind.map(str::to_owned),
            is_primary: Some(is_primary),
        }
    }

    #[test]
    fn addresses_are_united_primary_first() {
        let primary = contact(" Ada@Example.com ", None, true);
        let all = [
            contact("work@example.com", Some("Work"), false),
            contact("ADA@example.com", Some("Personal"), true),
            contact("not an address", Some("Work"), false),
            contact("", None, false),
            contact("x@example.org", Some("Pager"), false),
        ];
        let emails = emails(Some(&primary), &all);
        let shown: Vec<_> = emails.iter().map(|e| (e.email_address.as_str(), e.kind)).collect();
        assert_eq!(
            shown,
            [
                ("Ada@Example.com", Some(ContactType::Personal)),
                ("work@example.com", Some(ContactType::Work)),
                ("x@example.org", None),
            ]
        );
    }

    #[test]
    fn the_one_marked_primary_leads_when_ashby_names_none() {
        let all = [contact("+1 555 0100", Some("Work"), false), contact("+1 555 0199", Some("Other"), true)];
        let phones = phones(None, &all);
        assert_eq!(phones.first().map(|p| p.phone_number.as_str()), Some("+1 555 0199"));
        assert_eq!(phones.len(), 2);
    }

    #[test]
    fn addresses_are_judged_by_the_unified_pattern() {
        for address in ["a@b.co", "o'neil+x@mail.example.com", "A_b-c.d@Ex-ample.IO"] {
            assert!(is_email(address), "{address}");
        }
        for text in [
            "",
            "a",
            "a@b",
            "@b.co",
            "a@",
            ".a@b.co",
            "a..b@c.co",
            "a.@b.co",
            "a@.co",
            "a@b..co",
            "a@-b.co",
            "a b@c.co",
            "a@b.c",
            "a@b.c0m",
            "a@b@c.co",
            "ä@b.co",
            "Ada <a@b.co>",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn profile_addresses_tell_the_user_name() {
        for (url, name) in [
            ("https://www.linkedin.com/in/ada/", Some("ada")),
            ("https://de.linkedin.com/in/ada?trk=x", Some("ada")),
            ("linkedin.com/in/ada/en", Some("ada")),
            ("https://www.linkedin.com/company/x", None),
            ("https://github.com/ada", Some("ada")),
            ("HTTPS://GitHub.com/ada#top", Some("ada")),
            ("https://twitter.com/ada", Some("ada")),
            ("https://x.com/ada", Some("ada")),
            ("https://netflix.com/ada", None),
            ("https://medium.com/@ada", Some("ada")),
            ("https://medium.com/topic", None),
            ("https://codepen.io/ada", Some("ada")),
            ("https://ada.example/in/ada", None),
            ("https://github.com/", None),
            ("https://github.com", None),
            ("", None),
        ] {
            assert_eq!(username(url), name, "{url}");
        }
    }

    #[test]
    fn every_kind_of_link_has_its_type() {
        let types =
            ["LinkedIn", "GitHub", "Twitter", "Medium", "StackOverflow", "YouTube", "CodePen", "Website"];
        for kind in types {
            let link =
                SocialLink { r#type: Some(kind.to_owned()), url: Some("https://a.example".to_owned()) };
            let socials = socials(&[link]);
            let shown = serde_json::to_value(&socials).unwrap();
            assert_eq!(shown[0]["type"], kind.to_uppercase());
            assert_eq!(shown[0]["username"], serde_json::Value::Null);
        }
        let unknown =
            SocialLink { r#type: Some("Mastodon".to_owned()), url: Some("https://m.example".to_owned()) };
        assert_eq!(socials(&[unknown, SocialLink::default()]).len(), 1);
    }
}

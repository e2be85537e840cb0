//! Bodies in several parts, as forms with files are sent.

/// One part of such a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub name: String,
    /// Given for files.
    pub filename: Option<String>,
    pub content_type: Option<String>,
    pub bytes: Vec<u8>,
}

/// The parts in their order, when the body begins with a boundary and ends with it; JSON never does.
pub(crate) fn parts(body: &[u8]) -> Option<Vec<Part>> {
    if !body.starts_with(b"--") {
        return None;
    }
    let end = find(body, b"\r\n")?;
    let boundary = [b"\r\n", body.get(..end)?].concat();
    let mut rest = body.get(end..)?;
    let mut parts = Vec::new();
    while let Some(after) = rest.strip_prefix(b"\r\n") {
        // A part without content ends where its head does.
        let length = find(after, &boundary)?;
        parts.push(part(after.get(..length)?)?);
        rest = after.get(length + boundary.len()..)?;
    }
    rest.starts_with(b"--").then_some(parts)
}

fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    text.windows(needle.len()).position(|window| window == needle)
}

fn part(text: &[u8]) -> Option<Part> {
    let split = find(text, b"\r\n\r\n")?;
    let head = std::str::from_utf8(text.get(..split)?).ok()?;
    let mut part = Part {
        name: String::new(),
        filename: None,
        content_type: None,
        bytes: text.get(split + 4..)?.to_vec(),
    };
    for line in head.split("\r\n") {
        let (header, value) = line.split_once(':')?;
        if header.eq_ignore_ascii_case("content-type") {
            part.content_type = Some(value.trim().to_owned());
        }
        if header.eq_ignore_ascii_case("content-disposition") {
            part.name = quoted(value, "name")?;
            part.filename = quoted(value, "filename");
        }
    }
    Some(part)
}

/// The value of `name="…"` among the parameters of a header.
fn quoted(header: &str, name: &str) -> Option<String> {
    header.split(';').find_map(|parameter| {
        let (key, value) = parameter.trim().split_once('=')?;
        (key == name).then(|| value.trim_matches('"').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_in_their_order_and_bytes_stay_as_they_are() {
        let mut body =
            b"--xyz\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nabc\r\n--xyz\r\n".to_vec();
        body.extend_from_slice(
            b"Content-Disposition: form-data; name=\"file\"; filename=\"a b.pdf\"\r\nContent-Type: application/pdf\r\n\r\n",
        );
        body.extend_from_slice(&[0, 13, 10, 45, 45, 255]);
        body.extend_from_slice(b"\r\n--xyz--\r\n");
        let parts = parts(&body).unwrap();
        assert_eq!((parts[0].name.as_str(), parts[0].bytes.as_slice()), ("key", &b"abc"[..]));
        assert_eq!(parts[1].filename.as_deref(), Some("a b.pdf"));
        assert_eq!(parts[1].content_type.as_deref(), Some("application/pdf"));
        assert_eq!(parts[1].bytes, [0, 13, 10, 45, 45, 255]);
    }

    #[test]
    fn what_is_cut_short_is_nothing() {
        for body in [
            &b"{}"[..],
            b"--",
            b"--x\r\n",
            b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\n",
        ] {
            assert_eq!(parts(body), None);
        }
    }
}

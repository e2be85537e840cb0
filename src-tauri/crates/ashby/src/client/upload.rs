//! Posting a file to the address that `file.createFileUploadHandle` gave.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::{Client, WRITE_TIMEOUT, user_agent};
use crate::{Error, HttpRequest, Method};

/// The longest answer of an upload host.
const ANSWER: usize = 1 << 20;

impl Client {
    /// Uploads a file once, without credentials and past the limiter, because uploads go elsewhere: all `fields`
    /// first, the file last.
    ///
    /// # Errors
    /// [`Error::NotSent`] for an address that is neither https nor on Ashby's own host on this machine,
    /// [`Error::Unexpected`] when the host declines, as it does ten minutes after the handle was made.
    pub async fn upload(
        &self,
        url: &str,
        fields: &BTreeMap<String, String>,
        name: &str,
        content_type: &str,
        file: &[u8],
    ) -> Result<(), Error> {
        if !self.shared.base_url.may_fetch(url) {
            return Err(Error::NotSent {
                reason: "the upload's address is neither https nor Ashby's own".into(),
            });
        }
        let (high, low) = (self.shared.entropy.next_u64(), self.shared.entropy.next_u64());
        let boundary = format!("samara-{high:016x}{low:016x}");
        let request = HttpRequest {
            method: Method::Post,
            url: url.to_owned(),
            headers: vec![
                ("Content-Type", format!("multipart/form-data; boundary={boundary}")),
                ("User-Agent", user_agent()),
            ],
            body: form(&boundary, fields, name, content_type, file),
            timeout: WRITE_TIMEOUT,
            max_bytes: ANSWER,
        };
        match self.shared.transport.send(request).await {
            Ok(reply) => match reply.status {
                200..300 => Ok(()),
                429 => Err(Error::RateLimited { retry_after: None, partner_wide: false }),
                status @ 500.. => Err(Error::Unavailable { status }),
                status => Err(Error::Unexpected { status }),
            },
            Err(error) => Err(error.into()),
        }
    }
}

fn form(
    boundary: &str,
    fields: &BTreeMap<String, String>,
    name: &str,
    content_type: &str,
    file: &[u8],
) -> Bytes {
    let mut body = Vec::with_capacity(file.len() + 1024);
    for (field, value) in fields {
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n",
            quoted(field)
        );
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\nContent-Type: {content_type}\r\n\r\n",
        quoted(name)
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    body.into()
}

/// A name as a header may hold it: browsers write quotes and line ends like this.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake::{client, http};

    #[tokio::test(start_paused = true)]
    async fn the_fields_go_first_and_the_file_last_without_the_key() {
        let (client, transport, _) = client([Ok(http(204, ""))]);
        let fields = BTreeMap::from([("key".to_owned(), "u/1".to_owned())]);
        client.upload("https://up.example/x", &fields, "a\"b.pdf", "application/pdf", b"%PDF").await.unwrap();
        let request = transport.requests.lock().unwrap()[0].clone();
        let body = String::from_utf8(request.body.to_vec()).unwrap();
        assert!(
            body.find("name=\"key\"").unwrap() < body.find("name=\"file\"; filename=\"a%22b.pdf\"").unwrap()
        );
        assert!(body.contains("\r\n\r\n%PDF\r\n--samara-"));
        assert!(request.headers.iter().all(|(name, _)| *name != "Authorization"));
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_is_uploaded_in_the_clear() {
        let (client, transport, _) = client([]);
        let sent = client.upload("http://up.example/x", &BTreeMap::new(), "a", "a/b", b"x").await;
        assert!(matches!(sent, Err(Error::NotSent { .. })));
        assert_eq!(transport.sent(), 0);
    }
}

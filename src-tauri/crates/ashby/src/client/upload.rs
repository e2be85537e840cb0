//! Posting a file to the address that `file.createFileUploadHandle` gave.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::{Client, Reply, Sent, WRITE_TIMEOUT, user_agent};
use crate::{Endpoint, Error, HttpRequest, Lane, Method, envelope};

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
        let boundary = self.boundary();
        let request = HttpRequest {
            method: Method::Post,
            url: url.to_owned(),
            headers: vec![
                ("Content-Type", format!("multipart/form-data; boundary={boundary}")),
                ("User-Agent", user_agent()),
            ],
            body: form(&boundary, fields, &Part { field: "file", name, content_type, bytes: file }),
            timeout: WRITE_TIMEOUT,
            max_bytes: ANSWER,
            public_only: false,
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

/// A file in a form.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The name of its field.
    pub field: &'a str,
    /// File name with extension.
    pub name: &'a str,
    /// MIME type.
    pub content_type: &'a str,
    /// The content.
    pub bytes: &'a [u8],
}

impl Client {
    /// Sends a file with some fields straight to Ashby, once: for where the host that takes uploads cannot be reached.
    /// Ashby still takes it, though not for ever.
    ///
    /// # Errors
    /// As [`Client::call_once`].
    pub async fn send_file_once<E: Endpoint>(
        &self,
        lane: Lane,
        fields: &BTreeMap<String, String>,
        part: &Part<'_>,
    ) -> Result<Reply<E::Results>, Error> {
        let boundary = self.boundary();
        let body = Sent {
            bytes: form(&boundary, fields, part),
            content_type: format!("multipart/form-data; boundary={boundary}"),
        };
        self.attempt(lane, E::NAME, E::CLASS, &body, envelope::reply).await
    }

    fn boundary(&self) -> String {
        let (high, low) = (self.shared.entropy.next_u64(), self.shared.entropy.next_u64());
        format!("samara-{high:016x}{low:016x}")
    }
}

fn form(boundary: &str, fields: &BTreeMap<String, String>, file: &Part<'_>) -> Bytes {
    let mut body = Vec::with_capacity(file.bytes.len() + 1024);
    for (field, value) in fields {
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n",
            quoted(field)
        );
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
        quoted(file.field),
        quoted(file.name),
        file.content_type
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file.bytes);
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
    use crate::endpoint::CandidateUploadResume;
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
    async fn a_file_sent_straight_to_ashby_carries_the_key_and_its_fields() {
        let reply = r#"{"success":true,"results":{"id":"c1"}}"#;
        let (client, transport, _) = client([Ok(http(200, reply))]);
        let fields = BTreeMap::from([("candidateId".to_owned(), "c1".to_owned())]);
        let part = Part { field: "resume", name: "cv.pdf", content_type: "application/pdf", bytes: b"%PDF" };
        client.send_file_once::<CandidateUploadResume>(Lane::Write, &fields, &part).await.unwrap();
        let request = transport.requests.lock().unwrap()[0].clone();
        assert_eq!(request.url, "https://api.ashbyhq.com/candidate.uploadResume");
        let header =
            |wanted: &str| request.headers.iter().find(|(name, _)| *name == wanted).unwrap().1.clone();
        assert!(header("Content-Type").starts_with("multipart/form-data; boundary=samara-"));
        assert!(header("Authorization").starts_with("Basic "));
        let body = String::from_utf8(request.body.to_vec()).unwrap();
        assert!(body.contains("name=\"candidateId\"\r\n\r\nc1\r\n"), "{body}");
        assert!(body.contains(
            "name=\"resume\"; filename=\"cv.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n"
        ));
    }

    #[tokio::test(start_paused = true)]
    async fn nothing_is_uploaded_in_the_clear() {
        let (client, transport, _) = client([]);
        let sent = client.upload("http://up.example/x", &BTreeMap::new(), "a", "a/b", b"x").await;
        assert!(matches!(sent, Err(Error::NotSent { .. })));
        assert_eq!(transport.sent(), 0);
    }
}

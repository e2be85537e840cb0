use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    task::JoinHandle,
};

use super::*;

/// Takes one connection, reads the request's head and body, answers with `reply` and hangs up.
async fn once(reply: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/job.list", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        while !heard.ends_with(b"{}") {
            let mut buffer = [0; 1024];
            let read = stream.read(&mut buffer).await.unwrap();
            heard.extend_from_slice(&buffer[..read]);
        }
        stream.write_all(reply.as_bytes()).await.unwrap();
        String::from_utf8(heard).unwrap()
    });
    (url, served)
}

fn request(url: String) -> HttpRequest {
    HttpRequest {
        method: Method::Post,
        url,
        headers: vec![("Authorization", "Basic azp=".into()), ("Content-Type", "application/json".into())],
        body: Bytes::from_static(b"{}"),
        timeout: Duration::from_secs(10),
        max_bytes: 100,
        public_only: false,
    }
}

async fn send(request: HttpRequest) -> Result<HttpReply, TransportError> {
    HttpTransport::new().unwrap().send(request).await
}

#[tokio::test]
async fn request_and_reply_arrive_whole() {
    let (url, served) =
        once("HTTP/1.1 200 OK\r\nAshby-Version: 2026-01-01\r\nContent-Length: 4\r\n\r\ndone").await;
    let reply = send(request(url)).await.unwrap();
    assert_eq!((reply.status, &reply.body[..]), (200, &b"done"[..]));
    assert_eq!(reply.header("ASHBY-version"), Some("2026-01-01"));
    let heard = served.await.unwrap().to_lowercase();
    assert!(heard.starts_with("post /job.list http/1.1\r\n"));
    assert!(heard.contains("authorization: basic azp=\r\n"));
    assert!(heard.contains("content-length: 2\r\n"));
}

#[tokio::test]
async fn nobody_there_means_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/job.list", listener.local_addr().unwrap());
    drop(listener);
    assert!(matches!(send(request(url)).await, Err(TransportError::NotSent(_))));
}

#[tokio::test]
async fn a_broken_connection_may_have_carried_the_request() {
    for reply in ["", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut"] {
        let (url, _served) = once(reply).await;
        assert!(matches!(send(request(url)).await, Err(TransportError::Lost(_))), "{reply}");
    }
}

#[tokio::test]
async fn silence_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/job.list", listener.local_addr().unwrap());
    let request = HttpRequest { timeout: Duration::from_millis(50), ..request(url) };
    assert_eq!(send(request).await, Err(TransportError::TimedOut));
}

#[tokio::test]
async fn a_longer_reply_than_wanted_is_not_taken() {
    for reply in [
        "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n0123456789012345678901234567890123456789012345678901234567890123\r\n40\r\n0123456789012345678901234567890123456789012345678901234567890123\r\n0\r\n\r\n",
    ] {
        let (url, _served) = once(reply).await;
        assert_eq!(send(request(url)).await, Err(TransportError::TooLarge(100)));
    }
}

#[tokio::test]
async fn a_redirect_is_an_answer_not_an_order() {
    let (url, _served) =
        once("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n").await;
    assert_eq!(send(request(url)).await.unwrap().status, 302);
}

#[tokio::test]
async fn a_key_does_not_leave_this_machine_in_the_clear() {
    let refused = send(request("http://192.0.2.1/job.list".into())).await;
    assert_eq!(refused, Err(TransportError::NotSent("plain http is for this machine only".into())));
}

#[tokio::test]
async fn errors_do_not_name_the_address() {
    let url = "http://127.0.0.1:1/file?signature=s3cret".to_owned();
    let Err(TransportError::NotSent(reason)) = send(request(url)).await else { panic!("sent") };
    assert!(!reason.contains("s3cret") && !reason.contains("127.0.0.1"), "{reason}");
}

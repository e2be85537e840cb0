//! The same world behind a real socket.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::common::{AUTHORIZATION, listing, world};
use samara_sandbox::{World, parse_fault, serve};

struct Server {
    world: Arc<World>,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    done: tokio::task::JoinHandle<std::io::Result<()>>,
}

async fn server() -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let world = Arc::new(world(120));
    world.set_base_url(format!("http://{address}"));
    let (stop, stopped) = oneshot::channel::<()>();
    let done = tokio::spawn(serve(Arc::clone(&world), listener, async move {
        let _ = stopped.await;
    }));
    Server { world, address, stop, done }
}

fn post(path: &str, body: &str, close: bool) -> String {
    let connection = if close { "close" } else { "keep-alive" };
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {AUTHORIZATION}\r\nConnection: {connection}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Everything that comes until the connection ends.
async fn exchange(address: SocketAddr, request: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    // A reset is an end as well.
    let _ = stream.read_to_end(&mut bytes).await;
    bytes
}

fn split(bytes: &[u8]) -> (String, Vec<u8>) {
    let at = bytes.windows(4).position(|it| it == b"\r\n\r\n").unwrap();
    (String::from_utf8(bytes[..at].to_vec()).unwrap().to_lowercase(), bytes[at + 4..].to_vec())
}

fn declared(head: &str) -> usize {
    head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_connection_is_kept_and_answers_are_whole() {
    let server = server().await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    for _ in 0..3 {
        stream.write_all(post("/user.list", "{}", false).as_bytes()).await.unwrap();
        let mut bytes = vec![0; 200_000];
        let mut filled = 0;
        loop {
            filled += stream.read(&mut bytes[filled..]).await.unwrap();
            if let Some(at) = bytes[..filled].windows(4).position(|it| it == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&bytes[..at]).to_lowercase();
                if filled == at + 4 + declared(&head) {
                    assert!(head.starts_with("http/1.1 200"));
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn the_control_endpoint_needs_no_key_and_files_need_none() {
    let server = server().await;
    let control = post("/sandbox/control", r#"{"op":"counts"}"#, true).replace(AUTHORIZATION, "");
    let (head, body) = split(&exchange(server.address, &control).await);
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap()["candidates"], json!(120));
    let (head, _) =
        split(&exchange(server.address, &post("/sandbox/control", r#"{"op":"fly"}"#, true)).await);
    assert!(head.starts_with("http/1.1 400"));

    let (candidates, _) = listing(&server.world, "candidate.list", &json!({}));
    let handle = candidates.iter().find_map(|it| it["resumeFileHandle"]["handle"].as_str()).unwrap();
    let body = json!({ "fileHandle": handle }).to_string();
    let (_, info) = split(&exchange(server.address, &post("/file.info", &body, true)).await);
    let info: Value = serde_json::from_slice(&info).unwrap();
    let url = info["results"]["url"].as_str().unwrap();
    let path = url.strip_prefix(&format!("http://{}", server.address)).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let (head, pdf) = split(&exchange(server.address, &request).await);
    assert!(head.contains("content-type: application/pdf") && pdf.starts_with(b"%PDF-1.4"));
}

#[tokio::test]
async fn closed_connections_carry_no_byte() {
    let server = server().await;
    for fault in ["reset", "lost-reply"] {
        server.world.set_faults(vec![parse_fault(fault).unwrap()]);
        let bytes = exchange(server.address, &post("/user.list", "{}", false)).await;
        assert_eq!(bytes, b"", "{fault}");
    }
}

#[tokio::test]
async fn a_truncated_body_declares_more_than_comes() {
    let server = server().await;
    server.world.set_faults(vec![parse_fault("truncate").unwrap()]);
    let (head, body) = split(&exchange(server.address, &post("/user.list", "{}", false)).await);
    assert!(head.starts_with("http/1.1 200"));
    assert_eq!(body.len(), declared(&head) / 2);
    assert!(serde_json::from_slice::<Value>(&body).is_err());
}

#[tokio::test]
async fn latency_delays_the_answer_and_slowness_its_body() {
    let server = server().await;
    for (fault, first_byte_waits) in [("latency-300", true), ("slow-300", false)] {
        server.world.set_faults(vec![parse_fault(fault).unwrap()]);
        let started = Instant::now();
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream.write_all(post("/user.list", "{}", true).as_bytes()).await.unwrap();
        let mut byte = [0];
        stream.read_exact(&mut byte).await.unwrap();
        if first_byte_waits {
            assert!(started.elapsed() >= Duration::from_millis(300), "{fault}");
        }
        let mut bytes = byte.to_vec();
        stream.read_to_end(&mut bytes).await.unwrap();
        assert!(started.elapsed() >= Duration::from_millis(290), "{fault}: {:?}", started.elapsed());
        let (head, body) = split(&bytes);
        assert_eq!(body.len(), declared(&head));
        assert_eq!(serde_json::from_slice::<Value>(&body).unwrap()["success"], json!(true));
    }
}

#[tokio::test]
async fn faults_and_retries_after_them_share_one_world() {
    let server = server().await;
    server.world.set_faults(vec![parse_fault("server-error-after").unwrap()]);
    let (head, _) = split(&exchange(server.address, &post("/user.list", "{}", true)).await);
    assert!(head.starts_with("http/1.1 500"));
    server.world.set_faults(vec![parse_fault("rate-limit").unwrap()]);
    let (head, _) = split(&exchange(server.address, &post("/user.list", "{}", true)).await);
    assert!(head.starts_with("http/1.1 429") && head.contains("retry-after: 1"));
}

#[tokio::test]
async fn a_stopped_server_is_gone_with_its_connections() {
    let server = server().await;
    let mut idle = TcpStream::connect(server.address).await.unwrap();
    idle.write_all(post("/user.list", "{}", true).as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    idle.read_to_end(&mut bytes).await.unwrap();
    let mut open = TcpStream::connect(server.address).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    server.stop.send(()).unwrap();
    server.done.await.unwrap().unwrap();
    assert!(matches!(open.read(&mut [0; 8]).await, Ok(0) | Err(_)));
    assert!(TcpStream::connect(server.address).await.is_err());
}

#[tokio::test]
async fn only_loopback_is_served() {
    let Ok(listener) = TcpListener::bind("0.0.0.0:0").await else { return };
    let error = serve(Arc::new(world(50)), listener, async {}).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
}

/// The first request that arrives at a webhook, answered with 204.
async fn heard(listener: &TcpListener) -> (String, Value) {
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).await.unwrap();
        bytes.extend_from_slice(&buffer[..read]);
        if bytes.windows(4).any(|it| it == b"\r\n\r\n") {
            let (head, body) = split(&bytes);
            if body.len() == declared(&head) {
                stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await.unwrap();
                return (head, serde_json::from_slice(&body).unwrap());
            }
        }
    }
}

#[tokio::test]
async fn webhooks_are_called() {
    let server = server().await;
    let hook = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let body = json!({
        "webhookType": "candidateMerge", "secretToken": "s",
        "requestUrl": format!("http://{}/told?by=ashby", hook.local_addr().unwrap()),
    });
    exchange(server.address, &post("/webhook.create", &body.to_string(), true)).await;
    let (head, message) = heard(&hook).await;
    assert!(head.starts_with("post /told?by=ashby http/1.1"), "{head}");
    assert!(head.contains("ashby-signature: sha256="), "{head}");
    assert_eq!(message["action"], json!("ping"));
    let (candidates, _) = listing(&server.world, "candidate.list", &json!({}));
    let merge = json!({ "op": "merge_candidates", "from": candidates[1]["id"], "into": candidates[0]["id"] });
    exchange(server.address, &post("/sandbox/control", &merge.to_string(), true)).await;
    let (_, message) = heard(&hook).await;
    assert_eq!(message["data"]["deletedCandidate"]["id"], candidates[1]["id"]);
    server.stop.send(()).unwrap();
    server.done.await.unwrap().unwrap();
}

//! An Ashby workspace on a loopback port, which can be taken off the network and put back.

use chrono::{DateTime, Utc};
use samara_sandbox::{Config, World};
use serde_json::Value;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::trouble::{Outcome, Trouble, system};

/// Now, for the world and the app alike: the app under test runs on the real clock.
#[expect(clippy::disallowed_methods, reason = "a window test runs the real app, which reads the real clock")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The world, and the server in front of it while there is one.
pub struct SandboxServer {
    world: Arc<World>,
    address: SocketAddr,
    running: Option<Running>,
}

struct Running {
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

impl SandboxServer {
    /// Makes a world from a seed and serves it on a free port; only `api_key` is let in.
    pub async fn start(seed: u64, candidates: u32, api_key: &str) -> Outcome<Self> {
        let listener = bind((Ipv4Addr::LOCALHOST, 0).into()).await?;
        let address = listener.local_addr().map_err(system("ask for the sandbox's port"))?;
        let world = World::new(Config {
            seed,
            candidates,
            api_key: Some(api_key.to_owned()),
            now: now(),
            base_url: format!("http://{address}"),
        });
        let mut sandbox = Self { world: Arc::new(world), address, running: None };
        sandbox.run(listener);
        Ok(sandbox)
    }

    /// What to connect to.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Looks into the world, or changes it, behind the client's back.
    pub fn control(&self, operation: &Value) -> Outcome<Value> {
        self.world.control(operation, now()).map_err(|answer| Trouble::Sandbox {
            operation: operation.to_string(),
            answer: answer.to_string(),
        })
    }

    /// Takes it off the network: open connections break, new ones are refused. The world stays as it is.
    pub async fn stop(&mut self) {
        if let Some(Running { stop, server }) = self.running.take() {
            // A server that has ended by itself is as good.
            let _asked = stop.send(());
            server.abort();
            let _ended = server.await;
        }
    }

    /// Puts it back, on the same port.
    pub async fn resume(&mut self) -> Outcome {
        if self.running.is_none() {
            let listener = bind(self.address).await?;
            self.run(listener);
        }
        Ok(())
    }

    fn run(&mut self, listener: TcpListener) {
        let (stop, stopped) = oneshot::channel();
        let world = Arc::clone(&self.world);
        let server = tokio::spawn(async move {
            let shutdown = async {
                let _asked = stopped.await;
            };
            if let Err(error) = samara_sandbox::serve(world, listener, shutdown).await {
                eprintln!("the sandbox stopped: {error}");
            }
        });
        self.running = Some(Running { stop, server });
    }
}

async fn bind(address: SocketAddr) -> Outcome<TcpListener> {
    TcpListener::bind(address).await.map_err(system(format!("listen on {address}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use tokio::net::TcpStream;

    #[tokio::test(flavor = "multi_thread")]
    async fn the_sandbox_leaves_the_network_and_comes_back_with_its_world() -> Outcome {
        let mut sandbox = SandboxServer::start(3, 60, "key").await?;
        let added = sandbox.control(&json!({ "op": "add_candidate", "name": "Ada Brock" }))?;
        let before = sandbox.control(&json!({ "op": "counts" }))?;
        assert!(added.to_string().len() > 2);
        assert!(TcpStream::connect(sandbox.address).await.is_ok());

        sandbox.stop().await;
        assert!(TcpStream::connect(sandbox.address).await.is_err(), "nobody listens");

        let address = sandbox.url();
        sandbox.resume().await?;
        assert!(TcpStream::connect(sandbox.address).await.is_ok());
        assert_eq!(sandbox.url(), address);
        assert_eq!(sandbox.control(&json!({ "op": "counts" }))?, before);
        Ok(())
    }

    #[tokio::test]
    async fn an_operation_the_world_does_not_know_is_a_trouble() -> Outcome {
        let sandbox = SandboxServer::start(3, 60, "key").await?;
        let refused = sandbox.control(&json!({ "op": "no_such_thing" }));
        assert!(refused.unwrap_err().to_string().contains("no_such_thing"));
        Ok(())
    }
}

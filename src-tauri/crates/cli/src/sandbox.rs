//! `samara sandbox`

use std::sync::Arc;

use samara_ashby::Clock as _;
use samara_engine::{Code, Failure};
use samara_sandbox::{Config, World, parse_fault, serve};
use tokio::net::TcpListener;

use crate::arguments::Sandbox;
use crate::host::line;

/// Serves until interrupted.
pub async fn run(options: Sandbox) -> Result<(), Failure> {
    let faults = options
        .fault
        .iter()
        .map(|text| {
            parse_fault(text).map_err(|message| Failure::input(message, "See samara sandbox --help."))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let listener = TcpListener::bind(("127.0.0.1", options.port)).await.map_err(|error| {
        Failure::new(
            Code::FileRefused,
            format!("Port {} cannot be used: {error}.", options.port),
            "Give another with --port.",
        )
    })?;
    let address = listener.local_addr().map_err(|_| Failure::defect("socket"))?;
    let base_url = format!("http://{address}");
    let world = World::new(Config {
        seed: options.seed,
        candidates: options.candidates,
        api_key: options.api_key,
        now: samara_ashby::SystemClock.now(),
        base_url: base_url.clone(),
    });
    world.set_faults(faults);
    line(&format!("Serving {} candidates at {base_url}", options.candidates));
    let interrupted = async { drop(tokio::signal::ctrl_c().await) };
    serve(Arc::new(world), listener, interrupted).await.map_err(|error| {
        Failure::new(Code::Unknown, format!("The sandbox stopped: {error}."), "Start it again.")
    })
}

//! Both readings of Ashby's contract against its own description: what the client can send, and what the sandbox
//! can answer. Where `ashby-openapi.yml` is not at hand, these tests say so and end.

mod openapi;
mod requests;
mod responses;
mod witness;

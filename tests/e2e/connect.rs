//! First run: the key is checked at once, and a passphrase vault stays shut without its passphrase.

use samara_tests::{
    App, Outcome, SandboxServer, Vault, button, css, link, text, text_box, throw_away, window_tests,
};

const KEY: &str = "sandbox-key-for-the-window-tests";

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_is_named_with_its_cure_and_can_be_replaced() -> Outcome {
    if !window_tests("a_wrong_key_is_named_with_its_cure_and_can_be_replaced") {
        return Ok(());
    }
    let folder = throw_away()?;
    let ashby = SandboxServer::start(12, 60, KEY).await?;
    let url = ashby.url();
    let app = App::start(&folder.path().join("data"), &["--base-url", &url]).await?;

    app.click(&button("^Connect Ashby")).await?;
    app.enter_key("not-the-key").await?;
    app.see(&css("[role=alert]")).await?;
    app.see(&text("INTEGRATION.AUTHENTICATION_INVALID")).await?;
    app.enter_key(KEY).await?;
    app.see(&button("^Continue")).await?;
    app.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passphrase_workspace_opens_with_its_passphrase_alone() -> Outcome {
    if !window_tests("a_passphrase_workspace_opens_with_its_passphrase_alone") {
        return Ok(());
    }
    let folder = throw_away()?;
    let ashby = SandboxServer::start(13, 60, KEY).await?;
    let url = ashby.url();
    let app = App::start(&folder.path().join("data"), &["--base-url", &url]).await?;
    app.connect(KEY, Vault::Passphrase("correct horse battery staple")).await?;
    app.synced().await?;

    let app = app.restart().await?;
    app.fill(&text_box("passphrase"), "a wrong one").await?;
    app.press("Enter").await?;
    app.see(&css("[role=alert]")).await?;
    assert!(app.look(&link("^Jobs")).await?.is_none(), "nothing is shown before the vault is open");

    app.fill(&text_box("passphrase"), "correct horse battery staple").await?;
    app.press("Enter").await?;
    app.visit("Jobs").await?;
    app.see(&css("[data-job-id]")).await?;
    app.close().await
}

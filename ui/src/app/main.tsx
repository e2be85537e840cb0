import "./first";
import "../style/tokens.css";
import "../style/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { platform } from "../platform";
import { language } from "../words";
import { App } from "./App";
import { takePlace } from "./picture";
import { startTheme } from "./theme";

startTheme();
document.documentElement.lang = language;

const place = document.getElementById("root");
// Only the browser's build carries the page of primitives; elsewhere this is gone before it is shipped.
const Story = import.meta.env.VITE_FAKE === "1" && new URLSearchParams(location.search).has("story") ? (await import("../story/StoryPage")).StoryPage : null;
if (place) {
  let root = createRoot(place);
  const draw = () => { root.render(<StrictMode>{Story ? <Story /> : <App />}</StrictMode>); };
  const redraw = () => { root.unmount(); root = createRoot(place); draw(); };
  takePlace(place);
  draw();
  platform.onLeaving(() => {
    const script = `.${new URL(import.meta.url).pathname}`;
    // Without a picture the next start draws itself.
    void import("./behind").then(({ leavePicture }) => leavePicture(place, redraw, script)).catch(() => undefined).finally(() => { void platform.leave(); });
  });
}

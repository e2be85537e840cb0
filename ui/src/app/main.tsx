import "./first";
import "../style/tokens.css";
import "../style/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { language } from "../words";
import { App } from "./App";
import { startTheme } from "./theme";

startTheme();
document.documentElement.lang = language;

const root = document.getElementById("root");
// Only the browser's build carries the page of primitives; elsewhere this is gone before it is shipped.
const Story = import.meta.env.VITE_FAKE === "1" && new URLSearchParams(location.search).has("story") ? (await import("../story/StoryPage")).StoryPage : null;
if (root) createRoot(root).render(<StrictMode>{Story ? <Story /> : <App />}</StrictMode>);

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
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);

import "../words/rest";
import { useState } from "react";
import { I18nProvider } from "react-aria-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { newClient } from "../query";
import { locale } from "../words";
import { Story } from "./Story";

/** The page of primitives on its own, with what they ask for. */
export function StoryPage() {
  const [client] = useState(newClient);
  return <I18nProvider locale={locale}><QueryClientProvider client={client}><Story /></QueryClientProvider></I18nProvider>;
}

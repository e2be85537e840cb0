import { lazy, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { platform } from "../platform";
import { commandQuery, invalidate, newClient } from "../query";
import { locale } from "../words";
import { FIRST } from "./first";
import { newRouter } from "./router";
import { AfterPaint } from "./AfterPaint";

const Toasts = lazy(async () => ({ default: (await import("./behind")).Toasts }));

/** A client that asks at once what the first paint needs, instead of one answer after the other. */
function warmClient(): QueryClient {
  const client = newClient();
  for (const [name, input] of FIRST) void client.prefetchQuery(commandQuery(name, input));
  return client;
}

/** The app: its cache kept current by change notices, its screens, its messages. */
export function App() {
  const [client] = useState(warmClient);
  const [router] = useState(newRouter);
  useEffect(() => platform.onChange((tags) => { void invalidate(client, tags); }), [client]);
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <AfterPaint><Toasts /></AfterPaint>
      </QueryClientProvider>
    </I18nProvider>
  );
}

import { useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Toasts } from "../component";
import { WINDOW } from "../feature/candidate/table/useListing";
import { asked } from "../feature/job/list";
import { platform } from "../platform";
import { commandQuery, invalidate, newClient } from "../query";
import { locale } from "../words";
import { newRouter } from "./router";

/** A client that asks at once what the first paint needs, instead of one answer after the other. */
function warmClient(): QueryClient {
  const client = newClient();
  void client.prefetchQuery(commandQuery("workspace_state", {}));
  void client.prefetchQuery(commandQuery("list_jobs", { ...asked({}), offset: 0, limit: WINDOW }));
  void client.prefetchQuery(commandQuery("sync_status", {}));
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
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  );
}

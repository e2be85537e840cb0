import { useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Toasts } from "../component";
import { platform } from "../platform";
import { invalidate, newClient } from "../query";
import { newRouter } from "./router";

/** The app: its cache kept current by change notices, its screens, its messages. */
export function App() {
  const [client] = useState(newClient);
  const [router] = useState(newRouter);
  useEffect(() => platform.onChange((tags) => { void invalidate(client, tags); }), [client]);
  return (
    <I18nProvider locale="en">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  );
}

import { useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { toast } from "../component";
import { failureOf, platform } from "../platform";
import { addressOf } from "../feature/candidate/list";
import { commandQuery } from "../query";
import { t } from "../words";
import { wantedBy } from "./link";

/** Follows links from outside: the one the app was started with, and those that come while it is open. */
export function useLinks(): void {
  const router = useRouter();
  const client = useQueryClient();
  useEffect(() => {
    const follow = async (link: string) => {
      const wanted = wantedBy(link);
      if (wanted === null) { toast({ message: t("frame.link.unknown"), tone: "failed" }); return; }
      if (wanted.kind === "candidate") { await router.navigate({ to: "/candidates/$candidateId", params: { candidateId: wanted.id } }); return; }
      if (wanted.kind === "job") { await router.navigate({ to: "/jobs/$jobId", params: { jobId: wanted.id } }); return; }
      const views = await client.fetchQuery(commandQuery("list_views", {}));
      const view = views.find(({ id }) => id === wanted.id);
      if (view) await router.navigate({ to: "/candidates", search: addressOf(view) });
      else toast({ message: t("frame.link.noView"), tone: "failed" });
    };
    const look = () => {
      void platform.waitingLink()
        .then((link) => (link === null ? undefined : follow(link)))
        .catch((thrown: unknown) => { const { message, cure } = failureOf(thrown); toast({ message, detail: cure, tone: "failed" }); });
    };
    look();
    return platform.onLink(look);
  }, [router, client]);
}

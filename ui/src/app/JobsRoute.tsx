import { getRouteApi, useRouter } from "@tanstack/react-router";
import { JobsScreen } from "../feature/job/JobsScreen";

const jobs = getRouteApi("/jobs");
export function JobsRoute() {
  const router = useRouter();
  const search = jobs.useSearch();
  return (
    <JobsScreen
      search={search} onSearch={(next) => { void router.navigate({ to: "/jobs", search: next, replace: true }); }}
      onOpen={(jobId, tab) => { void router.navigate({ to: "/jobs/$jobId", params: { jobId }, search: { tab } }); }}
    />
  );
}

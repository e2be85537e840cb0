import { useQuery } from "@tanstack/react-query";
import type { Failure } from "../../bindings/types";
import { call } from "../../query";

export type OpenJob = { id: string; label: string };
const PAGE = 200;
const PAGES = 5;

/** Jobs that take applications, by title. */
export function useOpenJobs(): OpenJob[] {
  const { data } = useQuery<OpenJob[], Failure>({
    queryKey: ["list_jobs", { all: "OPEN" }],
    queryFn: async () => {
      const jobs: OpenJob[] = [];
      for (let page = 0; page < PAGES; page += 1) {
        const answer = await call("list_jobs", { query: "", statuses: ["OPEN"], sort: "title", desc: false, offset: page * PAGE, limit: PAGE });
        jobs.push(...answer.rows.map(({ id, title, location }) => ({ id, label: location === null ? title : `${title} · ${location}` })));
        if (jobs.length >= answer.total) break;
      }
      return jobs;
    },
  });
  return data ?? [];
}

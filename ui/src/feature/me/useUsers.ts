import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Failure, ListPage } from "../../bindings/types";
import { call } from "../../query";
import { text } from "../record";

const PAGE = 250;
const PAGES = 40;

export type User = { id: string; /** Ashby's own id. */ remote: string; name: string; mail: string | null };

async function read(): Promise<User[]> {
  const users: User[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer: ListPage = await call("list_rows", { model: "ats_users", page_size: PAGE, cursor, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
    for (const row of answer.results) {
      const [id, remote, mail] = [text(row, "id"), text(row, "remote_id"), text(row, "email")];
      const name = [text(row, "first_name"), text(row, "last_name")].filter((part) => part !== null).join(" ");
      if (id !== null && remote !== null && text(row, "status") !== "INACTIVE") users.push({ id, remote, name: name === "" ? (mail ?? id) : name, mail });
    }
    cursor = answer.next;
    if (cursor === null) break;
  }
  return users.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** All active users of the organisation, by name. */
export const useUsers = (): UseQueryResult<User[], Failure> => useQuery<User[], Failure>({ queryKey: ["list_rows", { all: "ats_users" }], queryFn: read });

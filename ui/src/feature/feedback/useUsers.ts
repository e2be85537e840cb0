import { useCommand } from "../../query";
import { text } from "../record";

/** As many users as one page tells. */
const SHOWN = 250;
export type User = { id: string; remote: string; name: string };

/** The organisation's users with Ashby's ids, by name. */
export function useUsers(): User[] {
  const { data } = useCommand("list_rows", { model: "ats_users", page_size: SHOWN, cursor: null, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
  const users = (data?.results ?? []).flatMap((row) => {
    const [id, remote] = [text(row, "id"), text(row, "remote_id")];
    const name = [text(row, "first_name"), text(row, "last_name")].filter((one) => one !== null).join(" ");
    return id === null || remote === null || name === "" ? [] : [{ id, remote, name }];
  });
  return users.toSorted((one, other) => one.name.localeCompare(other.name));
}

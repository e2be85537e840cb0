import type { Failure, IntentState } from "../bindings/types";
import type { Tone } from "../component";

export const KINDS = ["Lead", "PreInterviewScreen", "Active", "Offer", "Hired", "Archived"] as const;
export const STATES: readonly IntentState[] = ["waiting", "sending", "done", "partial", "failed", "unconfirmed", "conflict", "cancelled"];
export const TONES: readonly Tone[] = ["ok", "pending", "unconfirmed", "failed", "offline"];
export const VARIANTS = ["primary", "plain", "danger", "quiet"] as const;
export const PEOPLE = [
  { id: "1", name: "Leila Farrokhzad", title: "Distributed systems engineer at Orrery" }, { id: "2", name: "Yuki Tanemura", title: "Staff engineer at Hoshi Robotics" }, { id: "3", name: "Rosalind Achebe", title: "Principal engineer at Lumen Rail" },
  { id: "4", name: "Maximiliane-Katharina Freifrau von Hohenstein-Waldburg zu Achterberg", title: "Platform engineer" },
];
export const FAILURE: Failure = { code: "INTEGRATION.PERMISSION_MISSING", message: "This key may not move candidates.", cure: "An Ashby admin can switch on Candidates: write for this key.", request_id: "20be-44d0" };

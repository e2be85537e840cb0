import type { Span } from "./calendar";

export type InterviewView = Span | "owing";
export const VIEWS: readonly InterviewView[] = ["day", "week", "owing"];

/** What the address of the interviews says: which part, around which day, whose. */
export type InterviewSearch = { view?: InterviewView; on?: string; whose?: "mine" };

/** What is typed as the body of a call: a JSON object, or why it is none. */
export function bodyOf(text: string): { value: Record<string, unknown> } | { problem: "notJson" | "notObject"; why: string } {
  if (text.trim() === "") return { value: {} };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { value: value as Record<string, unknown> } : { problem: "notObject", why: "" };
  } catch (thrown) {
    return { problem: "notJson", why: thrown instanceof Error ? thrown.message : "" };
  }
}

/** An answer as people read it; a text stays as it came. */
export const formatted = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value, null, 2));

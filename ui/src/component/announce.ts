const REGION = "announcements";

function region(): HTMLElement {
  const present = document.getElementById(REGION);
  if (present) return present;
  const made = document.createElement("div");
  made.id = REGION;
  made.className = "visually-hidden";
  made.setAttribute("aria-live", "polite");
  made.setAttribute("aria-atomic", "true");
  document.body.append(made);
  return made;
}

/** Says a sentence to a screen reader, without moving the focus. Saying the same again is heard again. */
export function announce(text: string): void {
  const place = region();
  place.textContent = place.textContent === text ? `${text}\u00A0` : text;
}

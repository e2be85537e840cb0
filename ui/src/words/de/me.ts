import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** Who sits here. */
export const me = {
  title: "Wer bist du hier?",
  words: "Wähle dich unter den Nutzern dieses Arbeitsbereichs. Das bestimmt, was „meine“ auf diesem Computer heißt, und in wessen Namen Notizen und Verschiebungen an Ashby gehen, wo der Schlüssel es erlaubt.",
  search: "Nutzer suchen", none: "Niemand heißt so.", more_one: "{{count, number}} weitere Person findet sich über den Namen.", more_other: "{{count, number}} weitere finden sich über den Namen.", change: "Jemand anderes …",
  section: "Wer du bist", say: "Sag, wer du bist …", forget: "Niemand Bestimmtes", forgotten: "Was du jetzt tust, geht im Namen des Schlüssels an Ashby.",
  soon: "Nutzer kommen mit dem ersten Abgleich.",
  known: "Du bist {{name}}. „Meine“ sind deine Stellen und Interviews, und was du tust, geht in deinem Namen an Ashby.",
  gone: "Der hier gewählte Nutzer ist in Ashby nicht mehr aktiv.",
  unknown: "Noch nicht gesagt: Nichts hier ist „meines“, und was du tust, geht im Namen des Schlüssels an Ashby.",
  behalf: "Für deinen Namen dort braucht der Schlüssel „Allow acting on behalf of a user“, in Ashby unter Admin → Integrations → API Keys.",
} as const satisfies Words<typeof rest.me>;

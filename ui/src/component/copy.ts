import { t } from "../words";
import { announce } from "./announce";
import { toast } from "./message";

/** Where the web view gives no clipboard, a selection is copied instead. */
function copySelection(text: string): boolean {
  const holder = document.createElement("textarea");
  holder.value = text;
  holder.className = "visually-hidden";
  document.body.append(holder);
  holder.select();
  const copied = document.execCommand("copy");
  holder.remove();
  return copied;
}

/** Copies a text and says so. */
export async function copyText(text: string, said: string = t("common.copied")): Promise<void> {
  const copied = await navigator.clipboard.writeText(text).then(() => true, () => copySelection(text));
  if (!copied) {
    toast({ message: t("common.notCopied"), tone: "failed" });
    return;
  }
  toast({ message: said });
  announce(said);
}

import type { DragEvent } from "react";
import { t } from "../words";

/** The most bytes of one file that the engine takes. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Whether it is files that are dragged. */
export const isFiles = (event: DragEvent): boolean => [...event.dataTransfer.types].includes("Files");

/** Why a file cannot be sent, in words; nothing when it can. */
export function refusalOf({ name: file, size }: File): string | null {
  if (size === 0) return t("person.files.empty", { file });
  return size > MOST_BYTES ? t("person.files.tooLarge", { file }) : null;
}

/** The content as the engine takes it. Fails in words when the file cannot be read any more. */
export const base64Of = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.addEventListener("load", () => { resolve(String(reader.result).replace(/^data:[^,]*,/, "")); });
  reader.addEventListener("error", () => { reject(new Error(t("person.files.notRead", { file: file.name }))); });
  reader.readAsDataURL(file);
});

import type { KeyReport, ModuleAccess } from "../../bindings/types";
import type { Tone } from "../../component";
import { t } from "../../words";

/** What Samara asks of a key, by Ashby's own names, in the order of Ashby's list. */
export const PERMISSIONS = ["candidatesRead", "candidatesWrite", "jobsRead", "interviewsRead", "offersRead", "hiringProcessMetadataRead", "organizationRead", "apiKeysRead"] as const;
export type Permission = (typeof PERMISSIONS)[number];

const MODULES = ["candidates", "jobs", "interviews", "hiringProcessMetadata", "organization", "apiKeys", "offers"] as const;

/** A module's name in people's words; one Samara does not know keeps Ashby's. */
export function moduleName(module: string): string {
  const known = MODULES.find((one) => one === module);
  return known ? t(`start.module.${known}`) : module;
}

/** What Samara needs a module for; of one Samara does not know, what the engine says. */
export function purposeOf({ module, used_for }: ModuleAccess): string {
  const known = MODULES.find((one) => one === module);
  return known ? t(`start.uses.${known}`) : used_for;
}

/** `candidatesWrite` → "Candidates: write". */
export function permissionName(permission: Permission): string {
  const write = permission.endsWith("Write");
  const module = permission.replace(/(Read|Write)$/, "");
  return `${moduleName(module)}: ${t(write ? "start.access.write" : "start.access.read")}`;
}

/** Ashby's names of what Samara uses of a module. */
export const namesOf = (module: string): string => PERMISSIONS.filter((one) => one.replace(/(Read|Write)$/, "") === module).join(", ");

/** Whether Samara writes with this module. */
const writes = (module: string): boolean => PERMISSIONS.some((one) => one === `${module}Write`);

export type Verdict = { tone: Tone; word: "readWrite" | "read" | "readOnly" | "missing" | "unknown" };

/** What a key's rights on a module mean for Samara. */
export function verdictOf({ module, read, write }: ModuleAccess): Verdict {
  if (read === "no") return { tone: "failed", word: "missing" };
  if (read === "unknown") return { tone: "offline", word: "unknown" };
  if (!writes(module)) return { tone: "ok", word: "read" };
  if (write === "yes") return { tone: "ok", word: "readWrite" };
  return write === "no" ? { tone: "unconfirmed", word: "readOnly" } : { tone: "ok", word: "read" };
}

/** The modules Samara has a use for now. */
export const usedModules = ({ modules }: KeyReport): ModuleAccess[] => modules.filter(({ module }) => namesOf(module) !== "");

/** The words one sends to whoever may make a key. */
export const adminRequest = (): string =>
  t("start.guide.request", { list: PERMISSIONS.map((one) => `- ${permissionName(one)} (${one}): ${t(`start.purpose.${one}`)}`).join("\n") });

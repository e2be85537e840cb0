import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** What the window reads before its first screen stands, and the most that may be, in KiB as written. */
const LIMITS = { script: 560, style: 30 } as const;
const KIB = 1_024;

type Chunk = Rolldown.OutputChunk;
const sizeOf = (text: string): string => `${(text.length / KIB).toFixed(0).padStart(5)} KiB, ${(gzipSync(text).length / KIB).toFixed(0).padStart(4)} KiB packed`;

/** The entry and all it imports before it runs. */
function startOf(chunks: readonly Chunk[]): Chunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const chunk of found) for (const name of chunk.imports) for (const other of chunks) if (other.fileName === name) found.add(other);
  return [...found];
}

/** What asks the engine before the rest of the window is read, what the first screen needs, and the words of the others: one file each, since each more is a way to the app's own process and back. */
export const GROUPS = [
  { name: "early", test: /src\/app\/(first|picture|worn)|src\/platform\/early|src\/words\/language|src\/feature\/job\/list|table\/scale|@tauri-apps\/api\/(core|external)/, priority: 2 },
  { name: "start", tags: ["$initial" as const], priority: 1 },
  { name: "catalogue", test: /src\/words\/(rest|en\/|de\/)/ },
];

/** Has the page run the first of these by itself: as a part of the other it would wait until that is read. */
export function runEarly(): Plugin {
  return {
    name: "run-early", apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const early = Object.values(bundle ?? {}).find((part) => part.type === "chunk" && part.name === "early");
        if (early?.type !== "chunk") throw new Error("no chunk asks early: see GROUPS in bundle.ts");
        if (early.imports.length > 0) throw new Error(`what asks early waits for ${early.imports.join(", ")}: name what it needs in GROUPS in bundle.ts`);
        return { html, tags: [{ tag: "script", attrs: { type: "module", crossorigin: true, src: `./${early.fileName}` }, injectTo: "head-prepend" }] };
      },
    },
  };
}

/** Refuses a window whose first screen says words that are read later, or which says any of those before they are read. */
export function wordsInTime(): Plugin {
  return {
    name: "words-in-time", apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
      const start = startOf(chunks);
      const words = chunks.find(({ name }) => name === "catalogue");
      if (!words) throw new Error("no chunk holds the catalogue: see GROUPS in bundle.ts");
      // Each part of the catalogue is a file of its name.
      const parts = words.moduleIds.flatMap((id) => /words\/en\/(\w+)\.ts$/.exec(id)?.[1] ?? []);
      const late = new RegExp(`["'\`](?:${parts.join("|")})\\.[\\w.]+`);
      for (const { code } of start) {
        const said = late.exec(code);
        if (said) this.error(`the first screen says ${said[0].slice(1)}, which is read later: move it to a part that src/words/en.ts names`);
      }
      const isLater = (name: string) => start.every(({ fileName }) => fileName !== name);
      for (const { name, fileName, imports } of chunks) {
        const isNext = start.some(({ dynamicImports }) => dynamicImports.includes(fileName));
        if (isNext && imports.find(isLater) !== words.fileName) this.error(`${name} is read before its words: begin it with words/rest`);
      }
    },
  };
}

/** Says how large each part of the window is, and refuses to build one that starts with too much. */
export function bundleLimit(): Plugin {
  return {
    name: "bundle-limit", apply: "build",
    generateBundle(_, bundle) {
      const parts = Object.values(bundle);
      const chunks = parts.filter((part) => part.type === "chunk");
      const start = startOf(chunks);
      const own = new Set(start);
      const styles = new Set(start.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
      const sheets = parts.filter((part) => part.type === "asset" && styles.has(part.fileName));
      const total = { script: start.reduce((sum, { code }) => sum + code.length, 0), style: sheets.reduce((sum, sheet) => sum + (sheet.type === "asset" ? sheet.source.length : 0), 0) };
      this.info(["size of the window", ...chunks.map((chunk) => `  ${own.has(chunk) ? "at start" : "   later"} ${sizeOf(chunk.code)}  ${chunk.name}`)].join("\n"));
      for (const kind of ["script", "style"] as const) {
        const line = `${kind} at start: ${(total[kind] / KIB).toFixed(0)} KiB of ${String(LIMITS[kind])} KiB allowed`;
        if (total[kind] > LIMITS[kind] * KIB) this.error(`${line}. Load what the first screen does not show later, or raise the limit in bundle.ts with a reason.`);
        this.info(line);
      }
    },
  };
}

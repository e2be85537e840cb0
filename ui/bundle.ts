import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** What the window reads before its first screen stands, and the most that may be, in KiB as written; the catalogue of words and of commands, some 100 KiB, grows with each screen. */
const LIMITS = { script: 680, style: 30 } as const;
const KIB = 1_024;

type Chunk = Rolldown.OutputChunk;
const sizeOf = (text: string): string => `${(text.length / KIB).toFixed(0).padStart(5)} KiB, ${(gzipSync(text).length / KIB).toFixed(0).padStart(4)} KiB packed`;

/** The entry and all it imports before it runs. */
function startOf(chunks: readonly Chunk[]): Chunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const chunk of found) for (const name of chunk.imports) for (const other of chunks) if (other.fileName === name) found.add(other);
  return [...found];
}

/** What asks the engine before the rest of the window is read, and what the first screen needs: one file each, since each more is a way to the app's own process and back. */
export const GROUPS = [
  { name: "early", test: /src\/app\/first|src\/platform\/early|src\/feature\/job\/list|table\/scale|@tauri-apps\/api\/(core|external)/, priority: 1 },
  { name: "start", tags: ["$initial" as const] },
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

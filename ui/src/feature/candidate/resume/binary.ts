/**
 * The fonts and character maps PDF.js may need, bundled with the app: a résumé is drawn without
 * any network. Each is a file of its own, read only when a document asks for it.
 */
const files = import.meta.glob<string>(
  ["/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}", "/node_modules/pdfjs-dist/cmaps/*.bcmap"],
  { query: "?url&no-inline", import: "default", eager: true },
);

const addresses = new Map(Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf("/") + 1), address]));

/** Reads one of those files for PDF.js, which names it without a folder. */
export class BundledFiles {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const address = addresses.get(filename);
    if (address === undefined) throw new Error(`not bundled: ${filename}`);
    const answer = await fetch(address);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

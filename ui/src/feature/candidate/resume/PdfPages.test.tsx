import { render, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import PdfPages from "./PdfPages";

let open: (pdf: unknown) => void = () => undefined;
const drawings: (() => void)[] = [];
const draw = async () => {
  await waitFor(() => { expect(drawings.length).toBeGreaterThan(0); });
  for (const one of drawings.splice(0)) one();
};
const opening = new Promise((resolve) => { open = resolve; });

vi.mock("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url", () => ({ default: "" }));
vi.mock("pdfjs-dist/legacy/build/pdf.mjs", () => ({
  GlobalWorkerOptions: {},
  TextLayer: class { textDivs = []; textContentItemsStr = []; render = () => Promise.resolve(); cancel = () => undefined; },
  getDocument: () => ({ promise: opening, destroy: () => Promise.resolve() }),
}));

it("a résumé says that it is read until its first page is drawn, and is drawn anew for another theme", async () => {
  vi.stubGlobal("IntersectionObserver", class { observe = () => undefined; disconnect = () => undefined; });
  const page = { getViewport: () => ({ width: 595, height: 842 }), render: () => ({ promise: new Promise<void>((resolve) => { drawings.push(resolve); }), cancel: () => undefined }), streamTextContent: () => null };
  const onPages = vi.fn();
  const { container } = render(<PdfPages bytes={new ArrayBuffer(1)} zoom={1} onPages={onPages} onPage={() => undefined} onBroken={() => undefined} />);
  expect(screen.getByRole("status").textContent).toBe("Reading…");
  open({ numPages: 1, getPage: () => Promise.resolve(page) });
  await waitFor(() => { expect(container.querySelector("[data-page]")).not.toBeNull(); });
  expect(screen.getByRole("status").textContent).toBe("Reading…");
  await draw();
  await waitFor(() => { expect(screen.queryByRole("status")).toBeNull(); });
  // On the paper of another theme it is drawn anew; until then the page that was there stays.
  document.documentElement.dataset.theme = "dark";
  await draw();
  expect(screen.queryByRole("status")).toBeNull();
  delete document.documentElement.dataset.theme;
  vi.unstubAllGlobals();
});

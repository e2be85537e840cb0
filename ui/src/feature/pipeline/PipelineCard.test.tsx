import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Card } from "../../bindings/types";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { CardFace } from "./PipelineCard";

const ADA: Card = { application_id: "a", candidate_id: "c", name: "Ada", headline: null, source: "Agency: Fjordbridge Search", credited_to: "Ondřej Lund", tags: ["Boomerang", "Rust"], days: 3, next: null, pending: null };
const show = (card: Card) => { render(<QueryClientProvider client={newClient()}><CardFace card={card} onUndo={() => undefined} /></QueryClientProvider>); };

describe("a card", () => {
  beforeEach(() => { vi.spyOn(platform, "call").mockResolvedValue(null as never); });

  it("sets a dot before tags, and before their mere number", () => {
    show({ ...ADA, source: "Talent", credited_to: null });
    expect(screen.getByText("Boomerang").previousElementSibling?.textContent).toBe("·");
    show(ADA);
    expect(screen.getByText("2 tags").closest("div")?.textContent).toBe("Agency: Fjordbridge Search·2 tags");
  });

  it("leaves who is credited to the hint before a tag", () => {
    show({ ...ADA, source: "Indeed", credited_to: "Wilhelmina Lund" });
    expect(screen.getByText("Boomerang").closest("div")?.textContent).toBe("Indeed·BoomerangRust");
    expect(screen.getByText("Indeed").title).toBe("Indeed · Wilhelmina Lund");
  });

  it("tells in few words what is still to come, and all of it in the hint", () => {
    show({ ...ADA, pending: { intent_id: "i", state: "waiting", label: "Moved here, not sent yet" } });
    expect(screen.getByText("Not sent yet").title).toBe("Moved here, not sent yet");
    show({ ...ADA, pending: { intent_id: "i", state: "unconfirmed", label: "Moved here, may not have arrived" } });
    expect(screen.getByText("Moved here, may not have arrived")).toBeTruthy();
  });
});

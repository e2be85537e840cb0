import type { Card } from "../../bindings/types";

/**
 * A card on its way to another stage, shown there before the engine has answered. Travels are laid
 * over what the engine last said and name cards by id, so laying one over an answer that already
 * holds the move changes nothing.
 */
export type Travel = { seq: number; card: Card; to: string };

/** What the engine said of one column: how many cards, and those loaded so far by position. */
export type Loaded = { total: number; cards: ReadonlyMap<number, Card> };

/** One column as it is shown. `at` gives nothing for a card that is not loaded yet. */
export type Lane = { count: number; at: (index: number) => Card | undefined; indexOf: (application: string) => number };

/** Lays the travels over one column: cards leave their place, arriving ones stand on top. */
export function lay(stage: string, loaded: Loaded, travels: readonly Travel[]): Lane {
  const places = new Map<string, number>();
  for (const [index, card] of loaded.cards) places.set(card.application_id, index);
  const leaving: number[] = [];
  const arriving: Card[] = [];
  for (const travel of travels) {
    const place = places.get(travel.card.application_id);
    if (travel.to !== stage) {
      if (place !== undefined) leaving.push(place);
    } else if (place === undefined) arriving.unshift(travel.card);
  }
  leaving.sort((a, b) => a - b);

  const at = (index: number): Card | undefined => {
    if (index < arriving.length) return arriving[index];
    let place = index - arriving.length;
    for (const gone of leaving) if (gone <= place) place += 1;
    return loaded.cards.get(place);
  };
  const indexOf = (application: string): number => {
    const top = arriving.findIndex((card) => card.application_id === application);
    if (top >= 0) return top;
    const place = places.get(application);
    if (place === undefined || leaving.includes(place)) return -1;
    return arriving.length + place - leaving.filter((gone) => gone < place).length;
  };
  return { count: Math.max(0, loaded.total - leaving.length + arriving.length), at, indexOf };
}

/** The card as it looks once it was moved: new in its stage and not yet sent. */
export const moved = (card: Card, label: string): Card => ({ ...card, days: 0, pending: { intent_id: "", state: "waiting", label } });

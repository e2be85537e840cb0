import { useCallback, useEffect, useRef } from "react";
import type { Card } from "../../bindings/types";
import { onUndone } from "../../undone";

type Left = { intent: string; card: Card; from: string };

/** Remembers who was sent where from a board, and has `onBack` follow whoever is taken back, by whatever way. */
export function useComeback(onBack: (card: Card, stage: string) => void): (intent: string, card: Card, from: string) => void {
  const left = useRef<readonly Left[]>([]);
  useEffect(() => onUndone((intents) => {
    const known = left.current.find(({ intent }) => intents.includes(intent));
    if (!known) return;
    left.current = left.current.filter((one) => one !== known);
    onBack(known.card, known.from);
  }), [onBack]);
  return useCallback((intent, card, from) => { left.current = [...left.current, { intent, card, from }]; }, []);
}

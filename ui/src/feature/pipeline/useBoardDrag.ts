import { useState } from "react";
import { PointerSensor, useSensor, useSensors, type DragEndEvent, type DragStartEvent } from "@dnd-kit/core";
import type { Card, MoveTarget } from "../../bindings/types";

type Drag = { card: Card; stage: string; targets: readonly MoveTarget[] };
type Dropped = (card: Card, from: string, target: MoveTarget) => void;

/** The same object at every render: with another one all cards would be rendered anew. */
const PRESSED = { activationConstraint: { distance: 5 } };

/** A card in the hand of a pointer, and what the stages beneath say to it. */
export function useBoardDrag(targetsOf: (card: Card) => Promise<readonly MoveTarget[]>, onDrop: Dropped) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, PRESSED));
  const onDragStart = ({ active }: DragStartEvent) => {
    const { card, stage } = active.data.current as { card: Card; stage: string };
    setDrag({ card, stage, targets: [] });
    void targetsOf(card).then((targets) => { setDrag((old) => (old?.card === card ? { ...old, targets } : old)); });
  };
  const onDragEnd = ({ over }: DragEndEvent) => {
    const held = drag;
    setDrag(null);
    if (!held || !over || over.id === held.stage) return;
    void targetsOf(held.card).then((targets) => {
      const target = targets.find(({ stage }) => stage.id === over.id);
      if (target) onDrop(held.card, held.stage, target);
    });
  };
  /** Why a stage does not take the card; the archived one takes it with a reason. */
  const refusalOf = (stage: string): string | null => drag?.targets.find((target) => target.stage.id === stage && target.stage.kind !== "Archived")?.refusal ?? null;
  return { card: drag?.card ?? null, refusalOf, context: { sensors, onDragStart, onDragEnd, onDragCancel: () => { setDrag(null); } } };
}

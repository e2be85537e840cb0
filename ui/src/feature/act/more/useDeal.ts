import { useCallback } from "react";
import type { Commands } from "../../../bindings/commands";
import { useDo, type Action } from "../../useDo";

type Said = { done?: string; failed?: string };

/** One action on one or on many, with one way back for all. */
export function useDeal(): <Name extends Action>(name: Name, inputs: readonly Commands[Name]["input"][], said?: Said) => Promise<boolean> {
  const act = useDo();
  return useCallback((name, inputs, said) => {
    const [first] = inputs;
    if (first === undefined) return Promise.resolve(false);
    return inputs.length === 1 ? act(name, first, said) : act("act_many", { action: name, inputs: [...inputs] }, said);
  }, [act]);
}

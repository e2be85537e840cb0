import { useCallback } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { catalogue, type CommandName, type Commands } from "../bindings/commands";
import type { Queued } from "../bindings/types";
import { announce, toast } from "../component";
import { failureOf } from "../platform";
import { call, invalidate } from "../query";
import { t } from "../words";

/** Commands that put a write into the outbox. */
export type Action = { [Name in CommandName]: Commands[Name]["output"] extends Queued ? Name : never }[CommandName];

type Said = {
  /** What was done, in words; the engine's own words without it. */
  done?: string;
  /** What was not done, before the reason. */
  failed?: string;
};

/** Queues a write, says what was done and offers the way back. Answers whether it was taken. */
export function useDo(): <Name extends Action>(name: Name, input: Commands[Name]["input"], said?: Said) => Promise<boolean> {
  const client = useQueryClient();
  return useCallback(async (name, input, said = {}) => {
    const failed = (thrown: unknown, before?: string) => {
      const { message, cure } = failureOf(thrown);
      toast({ message: before ?? message, detail: before === undefined ? cure : `${message} ${cure}`, tone: "failed" });
      announce([before, message, cure].filter((part) => part !== undefined && part !== "").join(" "));
    };
    const undo = (intent_id: string) => {
      call("undo", { intent_id }).then(
        ({ label }) => { announce(label); toast({ message: label }); return invalidate(client, catalogue.undo.invalidates); },
        (thrown: unknown) => { failed(thrown, t("person.notUndone")); },
      ).catch(() => undefined);
    };
    try {
      const queued: Queued = await call(name, input);
      const message = said.done ?? queued.label;
      announce(message);
      toast({ message, action: queued.undo ? { label: t("common.undo"), run: () => { undo(queued.intent_id); }, undoes: queued.intent_id } : undefined });
      await invalidate(client, catalogue[name].invalidates);
      return true;
    } catch (thrown) {
      failed(thrown, said.failed);
      return false;
    }
  }, [client]);
}

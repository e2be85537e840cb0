import { useState } from "react";
import { FailureState } from "../../component";
import { t } from "../../words";
import { useListed } from "../act/listed";
import { answersOf, formsOf, givenOf } from "../feedback/form";
import { FormFields } from "../feedback/FormFields";
import { read, write } from "./edit";

/** The answers of feedback that did not arrive, on the form they were given on. */
export function EditFeedback({ input, onChange }: { input: unknown; onChange: (input: unknown) => void }) {
  const { data, error, refetch } = useListed("feedback_forms");
  const [answers, setAnswers] = useState(() => { const given = read(input, ["answers"]); return givenOf(typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {}); });
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!data) return <p role="status">{t("common.loading")}</p>;
  const form = formsOf(data).find(({ id }) => id === read(input, ["form_id"]));
  if (!form) return <p>{t("activity.edit.noForm")}</p>;
  return <FormFields form={form} answers={answers} isTried onAnswers={(next) => { setAnswers(next); onChange(write(input, ["answers"], answersOf(form, next))); }} />;
}

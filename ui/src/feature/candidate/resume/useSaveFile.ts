import { useCallback } from "react";
import { announce, toast } from "../../../component";
import { failureOf, platform } from "../../../platform";
import { call } from "../../../query";
import { t } from "../../../words";

/** Keeps a file among the downloads, and says where; without an id it is the résumé. */
export function useSaveFile(): (candidateId: string, fileId: string | null, name: string) => void {
  return useCallback((candidateId, fileId, name) => {
    const save = async () => {
      const id = fileId ?? (await call("candidate_files", { id: candidateId })).find((file) => file.is_resume)?.id;
      if (id === undefined) return;
      const path = await platform.saveFile(candidateId, id, name);
      toast({ message: t("person.files.saved"), detail: path });
      announce(t("person.files.saved"));
    };
    save().catch((thrown: unknown) => {
      const { message, cure } = failureOf(thrown);
      toast({ message, detail: cure, tone: "failed" });
    });
  }, []);
}

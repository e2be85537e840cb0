import type { Calendar, Failure } from "../../bindings/types";
import { copyText, toast } from "../../component";
import { platform } from "../../platform";
import { useAct } from "../../query";
import { t } from "../../words";

const failed = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };

/** Writes interviews to a file any calendar reads, among the downloads. */
export function useCalendarFile(): (calendar: Calendar, name: string) => void {
  const { mutate: write } = useAct("agenda_file");
  return (calendar, name) => {
    platform.exportFolder().then((folder) => {
      write({ calendar, path: `${folder}/${name}.ics` }, {
        onError: failed,
        onSuccess: ({ path, interviews }) => {
          toast({ message: t("interview.saved", { count: interviews }), detail: path, action: { label: t("export.copyPath"), run: () => { void copyText(path); } } });
        },
      });
    }, failed);
  };
}

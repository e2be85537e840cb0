import { t } from "../../../words";
import { FeedbackDialog } from "../../feedback/FeedbackDialog";
import type { MoreAsk } from "./more";
import { ProjectDialog } from "./ProjectDialog";
import { ReconsiderDialog } from "./ReconsiderDialog";
import { SourceDialog } from "./SourceDialog";
import { TransferDialog } from "./TransferDialog";

/** Asks what one of the further actions needs, and does it. */
export function MoreDialog({ ask: { kind, who, left }, onClose }: { ask: MoreAsk; onClose: () => void }) {
  const [first] = who;
  if (!first) return null;
  const name = who.length === 1 ? first.name : t("act.people", { count: who.length });
  const about = { who, name, left, onClose };
  switch (kind) {
    case "transfer": return <TransferDialog {...about} />;
    case "source": return <SourceDialog {...about} />;
    case "project": return <ProjectDialog {...about} />;
    case "reconsider": return <ReconsiderDialog subject={first} onClose={onClose} />;
    case "feedback": return <FeedbackDialog about={{ candidate: first.candidate, application: first.application, name: first.name }} onClose={onClose} />;
  }
}

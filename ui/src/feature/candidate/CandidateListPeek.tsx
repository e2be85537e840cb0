import { CandidatePeek } from "./CandidatePeek";
import { MoveActions } from "./MoveActions";

type Props = { id: string; position: string; onStep: (by: 1 | -1) => void; onOpen: () => void; onClose: () => void };

/** The focused person beside the table. */
export function CandidateListPeek(props: Props) {
  return <CandidatePeek {...props} renderFooter={(candidate, application) => <MoveActions candidate={candidate} application={application} />} />;
}

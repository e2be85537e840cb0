/** What the first screen has at hand and nobody sees at once: read when that is painted. */
import "../words/rest";
export { Toasts } from "../component";
export { TruthPopover } from "./TruthPopover";
export { WorkspaceMenu } from "./WorkspaceMenu";
export { leavePicture } from "./leave";

/** What lies in front of a screen once it is asked for. */
import "../words/rest";
export { KeySheet } from "../command/KeySheet";
export { Palette } from "../command/Palette";

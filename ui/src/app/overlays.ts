/** What lies in front of a screen once it is asked for. */
export { KeySheet } from "../command/KeySheet";
export { Palette } from "../command/Palette";

/** What stands before the app; most starts never see it. */
import "../words/rest";
export { Failed } from "../feature/start/Failed";
export { Locked } from "../feature/start/Locked";
export { Start } from "../feature/start/Start";
export { Wizard } from "../feature/start/Wizard";

/** All that is said in German, read only where German is spoken. */
export { de } from "./de";
export { FAILURES } from "./de/failures";
export { VOCABULARY } from "./de/vocabulary";
export { DETAILS, HEADLINES, PHRASES, WARNINGS } from "./de/phrases";

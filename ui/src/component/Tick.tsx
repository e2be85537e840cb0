import { Check, Minus } from "lucide-react";
import css from "./Choice.module.css";

/** The box of something chosen or not, as a picture alone. */
export const Tick = ({ on }: { on: boolean | "some" }) => <i className={css.box} data-on={on !== false || undefined} aria-hidden="true">{on === "some" ? <Minus /> : on && <Check />}</i>;

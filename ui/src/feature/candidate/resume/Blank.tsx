import { t } from "../../../words";
import css from "./Resume.module.css";

/** The paper of a page that is still being read. */
export const Blank = () => <div className={css.paper} data-blank><p className={css.reading} role="status">{t("common.loading")}</p></div>;

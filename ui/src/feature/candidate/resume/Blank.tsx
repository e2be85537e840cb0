import { t } from "../../../words";
import css from "./Resume.module.css";

/** What lies on the first sheet until it is drawn. */
export const Reading = () => <div className={css.over}><p className={css.reading} role="status">{t("common.loading")}</p></div>;

/** A sheet with nothing on it yet. */
export const Sheet = () => <div className={css.paper} data-blank />;

/** The paper of a page that is still being read. */
export const Blank = () => <><Reading /><Sheet /></>;

import { ChevronRight, Copy } from "lucide-react";
import { Button, copyText, IconButton } from "../../component";
import { t } from "../../words";
import { adminRequest, permissionName, PERMISSIONS } from "./permissions";
import css from "./Guide.module.css";

/** How to make a key: what one needs, where to click, what to switch on. Readable without a network. */
export function Guide() {
  return (
    <div className={css.guide}>
      <section>
        <h2 className={css.title}>{t("start.guide.before")}</h2>
        <ul className={css.points}>
          <li>{t("start.guide.admin")}</li>
          <li>{t("start.guide.readWrite")}</li>
          <li>{t("start.guide.confidential")}</li>
          <li>{t("start.guide.privateFields")}</li>
          <li>{t("start.guide.behalf")}</li>
        </ul>
      </section>
      <section>
        <h2 className={css.title}>{t("start.guide.make")}</h2>
        <ol className={css.numbered}>
          <li>
            <span>{t("start.guide.open")}</span>{" "}
            <b className={css.path}>{[t("start.guide.path.admin"), t("start.guide.path.integrations"), t("start.guide.path.keys"), t("start.guide.path.new")].map((step, index) => (
              <span key={step}>{index > 0 && <ChevronRight aria-hidden />}{step}</span>
            ))}</b>
          </li>
          <li>{t("start.guide.named")} <b>{t("start.guide.keyName")}</b> <Copied name={t("start.guide.keyName")} /></li>
          <li>{t("start.guide.switchOn")}</li>
          <li>{t("start.guide.copyKey")}</li>
        </ol>
      </section>
      <section>
        <header className={css.head}>
          <h2 className={css.title}>{t("start.guide.permissions")}</h2>
          <Button size="small" onPress={() => { void copyText(adminRequest(), t("start.guide.requestCopied")); }}><Copy />{t("start.guide.copyAll")}</Button>
        </header>
        <table className={css.table}>
          <thead><tr><th>{t("start.guide.permission")}</th><th className={css.wide}>{t("start.guide.name")}</th><th>{t("start.guide.purpose")}</th></tr></thead>
          <tbody>
            {PERMISSIONS.map((permission) => (
              <tr key={permission}>
                <td className={css.name}>{permissionName(permission)}</td>
                <td className={css.wide}><span className={css.code}>{permission}<Copied name={permission} /></span></td>
                <td>{t(`start.purpose.${permission}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const Copied = ({ name }: { name: string }) => (
  <IconButton size="tiny" label={t("start.guide.copyName", { name })} onPress={() => { void copyText(name, t("start.guide.copied", { name })); }}><Copy /></IconButton>
);

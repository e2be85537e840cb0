import { dates, t } from "../../words";

/** A mail that goes with a rejection: one of Ashby's templates, and when; without a time the next morning. */
export type Mail = { template: string; title: string; at: string | null };

const when = dates({ weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

/** When a mail is sent, in words. */
export const sentWords = ({ at }: Pick<Mail, "at">): string => (at === null ? t("deed.mail.morningWords") : t("deed.mail.atTime", { time: when.format(new Date(at)) }));

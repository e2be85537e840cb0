import { createInstance } from "i18next";
import { en } from "./words/en";

declare module "i18next" {
  interface CustomTypeOptions { defaultNS: "translation"; resources: { translation: typeof en } }
}

/** The message catalogue. Another language is another folder beside `words/en` of the same shape. */
export const catalog = createInstance({ lng: "en", fallbackLng: "en", resources: { en: { translation: en } }, interpolation: { escapeValue: false }, initAsync: false });
void catalog.init();

export const { t } = catalog;

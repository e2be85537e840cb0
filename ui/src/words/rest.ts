import { catalog, language } from "../words";
import { rest as german } from "./de/rest";
import { rest as english } from "./en/rest";

// The words of all that is not the first screen. What the window reads later begins with these: `bundle.ts` sees to it.
catalog.addResourceBundle("en", "translation", english, true);
if (language === "de") catalog.addResourceBundle("de", "translation", german, true);

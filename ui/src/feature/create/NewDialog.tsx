import { lazy, Suspense } from "react";
import type { CreateProps } from "./CreateDialog";

// Read while the first screen stands there, so that the first key finds it and the next one does not overtake it.
const dialog = () => import("./CreateDialog");
setTimeout(() => { void dialog(); }, 1_000);
const CreateDialog = lazy(async () => ({ default: (await dialog()).CreateDialog }));

/** The dialog for someone new. */
export const NewDialog = (props: CreateProps) => <Suspense fallback={null}><CreateDialog {...props} /></Suspense>;

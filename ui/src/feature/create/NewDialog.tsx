import { lazy, Suspense } from "react";
import type { CreateProps } from "./CreateDialog";

const CreateDialog = lazy(() => import("./CreateDialog").then((module) => ({ default: module.CreateDialog })));

/** The dialog for someone new, read from the disk when it is first asked for. */
export const NewDialog = (props: CreateProps) => <Suspense fallback={null}><CreateDialog {...props} /></Suspense>;

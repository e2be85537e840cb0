import { lazy, Suspense } from "react";
import type { FeedbackAbout } from "./FeedbackDialog";

const FeedbackDialog = lazy(() => import("./FeedbackDialog").then((module) => ({ default: module.FeedbackDialog })));

export type { FeedbackAbout };
/** The form for feedback, read from the disk when it is first asked for. */
export const GiveFeedback = (props: { about: FeedbackAbout; onClose: () => void }) => <Suspense fallback={null}><FeedbackDialog {...props} /></Suspense>;

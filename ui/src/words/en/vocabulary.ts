/** Words of the unified model and of Ashby that English says better than they are written. What is not here is shown as it comes. */
export const VOCABULARY: Readonly<Record<string, string>> = {
  MULTI_SELECT: "Choose some", SINGLE_SELECT: "Choose one", WAITING_ON_APPROVAL_DEFINITION: "Approval not set up", WAITING_ON_APPROVAL_START: "Approval not begun", WAITING_ON_OFFER_APPROVAL: "Waiting on approvals", WAITING_ON_OFFER_CREATION: "Offer not written yet",
};

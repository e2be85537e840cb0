/** What is done with people beyond moving, rejecting, tagging and writing, and how it is asked. */
export const deed = {
  listed: { refused: "Ashby does not show this list to the key.", permission: "Switch on Hiring process metadata, read, for this key in Ashby: Settings → Connection tells how.", said: "Ashby answered: {{said}}.", status: "Ashby answered with status {{status, number}}.", again: "Try again; if it stays so, Settings → Ashby’s API shows the whole answer." },
  mail: {
    title: "Mail", add: "Send a mail…", without: "Send no mail", template: "Template", choose: "Choose a template", untitled: "Template without a name", when: "Sent", morning: "The next morning, 9:32", morningWords: "the next morning at 9:32, the organisation’s time", own: "At a time of my own", time: "Day and time", atTime: "on {{time}}", past: "This time is over. Choose one to come.",
    final: "A mail cannot be taken back once Ashby has it.", goes: "Ashby mails {{name}} “{{template}}” {{when}}. This cannot be undone.", goesMany: "Ashby mails each of the {{name}} “{{template}}” {{when}}. This cannot be undone.", send: "Reject and mail", none: "Ashby has no templates for mails. Make one in Ashby, then open this again.",
    done: "Rejected {{name}}: {{reason}}. Ashby writes {{when}}", gone: "This rejection goes with a mail and is not undone by a key.", goneCure: "If it has not been sent yet, Activity can still take it back.",
  },
  menu: { reconsiderOf: "Take the application for {{job}} back into process", transfer: "Move to another job…", source: "Change the source…", project: "Project…", reconsider: "Take back into process", feedback: "Give feedback…", more: "More actions", moreOf: "More for {{name}}" },
  transfer: { title: "Move {{name}} to another job", find: "Find an open job", none: "No open job is called so.", stage: "Stage there", words: "{{name}} leaves {{from}} and goes on at {{stage}} of {{job}}. Undo brings them back.", wordsMany: "{{name}} go on at {{stage}} of {{job}}. One undo brings all of them back.", another: "Another job", go: "Move to {{job}}", done: "Moved {{name}} to the job {{job}}" },
  source: { title: "Where does {{name}} come from?", find: "Find a source", now: "now", none: "No source", noSuch: "No source is called so.", done: "Source of {{name}}: {{source}}", gone: "Took the source off {{name}}" },
  project: { title: "Projects of {{name}}", out: "Enter takes out", add: "Project" },
  reconsider: { title: "Take {{name}} back into process?", stage: "Goes on at", before: "Where the application was before", words: "The rejection is cleared and {{name}} is in process on {{job}} again. Nobody is mailed.", done: "Took {{name}} back into process" },
  feedback: {
    title: "Feedback on {{name}}", form: "Form", by: "Whose feedback", key: "The key’s own", application: "Application", after: "Goes with the interview {{interview}}.", general: "Goes with the application alone: only who was at the interview can answer for it.", score: "4 is best.",
    wrong: { missing: "This has to be answered.", whole: "A whole number is needed.", url: "An address that begins with https:// or http:// is needed." }, incomplete: "Some answers are missing or do not fit; they are marked above.", cannot: "This form asks what cannot be answered here: {{questions}}. Use another form, or give the feedback in Ashby.",
    final: "Feedback cannot be taken back once Ashby has it.", send: "Submit feedback", done: "Gave feedback on {{name}}", noForms: "Ashby has no form for feedback in use. Make one in Ashby, then open this again.", inAshby: "Give it in Ashby instead",
  },
} as const;

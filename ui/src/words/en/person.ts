/** What a person's page says beyond the common words of candidates. */
export const person = {
  answers: {
    title: "Answers", of_one: "{{count, number}} answer", of_other: "{{count, number}} answers", none: "No form was answered, or the form asked nothing that may be kept.",
    extent_one: "answers of {{have, number}} of {{count, number}} application read", extent_other: "answers of {{have, number}} of {{count, number}} applications read", unread: "Answers are not read yet. They come with the next connection to Ashby.", empty: "Left empty",
  },
  feedback: {
    title: "Feedback", of_one: "{{count, number}} scorecard", of_other: "{{count, number}} scorecards", none: "Nobody has given feedback yet.", unread: "Feedback is not read yet. It comes with the next connection to Ashby.", undated: "no date",
  },
  files: {
    title: "Files", of_one: "{{count, number}} file", of_other: "{{count, number}} files", none: "No files. Drop one on this page, or choose one.", droppable: "A file can also be dropped on this page.", open: "Open {{name}}", save: "Save {{name}} to the downloads", saved: "Saved", resume: "Résumé", letter: "Cover letter",
    here: "on this computer", away: "in Ashby, fetched when opened", state: "{{here, number}} of {{of, number}} on this computer", back: "All files", unreadable: "Its text cannot be read here: {{reason}}. The file itself can be saved.",
    add: "Add a file…", drop: "Drop to add to {{name}}", asCv: "As résumé", asLetter: "As cover letter", asOther: "As another file", kind: "What is {{file}}?", kindWords: "It goes to {{name}} in Ashby and cannot be taken back once sent.", added: "{{file}} is on its way", tooLarge: "{{file}} is larger than 50 MB.", empty: "{{file}} is empty.", notRead: "{{file}} could not be read.",
  },
  reasons: { unknown_format: "this kind of file is not known here", garbled: "it is damaged", encrypted: "it is locked with a password", too_large: "it is too large", no_text: "it has none, only pictures", too_slow: "reading took too long", crashed: "reading it failed", gone: "Ashby does not give it any more" },
  timeline: {
    title: "Timeline", none: "Nothing is known to have happened yet.", notes: "Notes are not read yet and missing here.", order: "Newest first", more: "Show earlier", ahead: "Ahead", by: "by {{name}}",
    added: "Added to Ashby", applied: "Applied", rejected: "Archived", withdrawn: "Withdrew", stage: "Moved to {{title}}", note: "Note", feedback: "Feedback", interview: "Interview", offer: "Offer", offer_decided: "Offer decided", action: "From here",
  },
  projects: { title: "Projects", open: "Open the project {{name}}" },
  more: "Show more",
  paper: { find: "Find in this file", found: "{{at, number}} of {{of, number}}", notFound: "not found", nextHit: "Next place", previousHit: "Place before", save: "Save to the downloads", close: "Close the search", text: "Text of {{name}}" },
  tags: { rest_one: "Show {{count, number}} more tag", rest_other: "Show {{count, number}} more tags", add: "Tag", field: "Add a tag", remove: "Take off the tag {{tag}}", make: "Make the tag “{{tag}}”", none: "No tag is called so.", done: "Tagged {{name}} with {{tag}}", undone: "Took {{tag}} off {{name}}", pending: "{{tag}}, not sent yet" },
  note: {
    field: "Write a note", hint: "Write a note. Type / for a template.", add: "Add note", bold: "Bold", italic: "Italic", list: "List", link: "Link", code: "Code", private: "Private", privateOn: "Private: only people with the right to private fields will see it", privateOff: "Everybody who sees this person will see it",
    added: "Note added, not sent yet", address: "Address of the link", set: "Set the link",
  },
  template: {
    title: "Templates", none: "No template yet.", insert: "Insert a template", manage: "Templates", name: "Name", text: "Text", save: "Keep the template", remove: "Remove the template {{name}}", removed: "Removed {{name}}", words: "Texts of your own for notes. {name}, {first} and {job} become the person’s name, first name and job.", add: "New template", edit: "Change {{name}}", make: "New template…", taken: "Another template has this name.",
  },
  notUndone: "This could not be taken back.",
  packet: { button: "Printable packet", title: "Packet of {{name}}", choose: "What goes into the packet", resume: "Résumé", notes: "Notes", privateNotes: "Private notes too", answers: "Answers", feedback: "Feedback", print: "Print or save as PDF", made: "Made {{date}} with Samara, from Ashby as of {{asOf}}", wait: "Reading…", noResume: "There is no résumé.", resumeAway: "The résumé cannot be had now.", more: "More" },
  reject: "Reject",
  keys: { note: "Write a note", tag: "Add a tag", reject: "Reject", find: "Find in the résumé", print: "Printable packet" },
} as const;

/** What is done with one person or many, and how it is asked. */
export const act = {
  people_one: "{{count, number}} person", people_other: "{{count, number}} people",
  moved: "Moved {{name}} to {{stage}}", rejected: "Rejected {{name}}: {{reason}}", tagged: "Tagged {{name}} {{tag}}", untagged: "Took the tag {{tag}} off {{name}}", noted: "Wrote a note on {{name}}",
  notDone: "Not done: {{what}}.", notUndone: "This was not undone.",
  reject: "Reject", rejectWho: "Reject {{name}}, and why?", rejectWhy: "Reject, and why?", press: "press the number", reasons: "Reasons", find: "Find among {{count, number}} reasons", findReason: "Find a reason",
  noReasons: "No reasons are known here. They come with the sync, if the key may read them: Settings → Connection tells.", noSuch: "No reason is called so.",
  noMail: "No mail is sent", addNote: "Add a note", noteToo: "Note", noteHint: "Written on the person once the rejection is through",
  tag: "Tag", tagWho: "Tag {{name}}", tagHint: "Find a tag, or write a new one", makeTag: "Make the tag “{{name}}”", worn: "has it", takeOff: "Enter takes it off", noTags: "No tag is called so yet.",
  note: "Note", noteWho: "Note on {{name}}", noteText: "Note", noteEach: "The same note is written on each of them.", noteLasts: "Once it is sent it can be removed in Ashby only.", writeNote: "Write note", writeNotes: "Write {{count, number}} notes",
} as const;

/** What the screens of projects and of likely doubles say. */
export const pool = {
  sections: "Ways to look at people", everybody: "Everybody", projects: "Projects", duplicates: "Duplicates",
  project: {
    search: "Search projects", none: "There are no projects. They are made in Ashby.", unread: "Projects are not read yet: the key may not read them, or the first sync is still on its way. Settings → Connection tells what the key can do.", noMatch: "No project matches.", empty: "Nobody is known to be in it.",
    people_one: "{{count, number}} person", people_other: "{{count, number}} people", known: "Projects known of {{have, number}} of {{of, number}} people", knownWords: "Ashby tells projects person by person; those in process are read first, the rest when opened.",
    archived: "Archived", confidential: "Confidential", made: "Made", list: "Projects", peopleOf: "People in {{name}}",
    addTo: "Add to {{project}}", addHint: "Type a name.", add: "Add a person…", addField: "Name of a person", addNone: "Nobody is called so.", added: "Added {{name}} to {{project}}", remove: "Take {{name}} out of {{project}}", removed: "Took {{name}} out of {{project}}",
  },
  double: {
    intro: "Each group may be one and the same person: they share what usually belongs to one alone. Samara cannot merge; open one of them in Ashby and merge there, and the next sync shows it here.",
    groups_one: "{{count, number}} group", groups_other: "{{count, number}} groups", none: "Nobody looks like somebody else.", compared: "compared", open: "Open {{name}}", ashby: "Merge in Ashby", alike: "Same {{what}}",
    by: { email: "mail", link: "profile", phone: "phone", name: "name" }, applications_one: "{{count, number}} application", applications_other: "{{count, number}} applications", added: "added",
  },
} as const;

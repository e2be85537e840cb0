/** What the screens of projects and of likely doubles say. */
export const pool = {
  people: "People", sections: "Ways to look at people", everybody: "Everybody", projects: "Projects", duplicates: "Duplicates",
  project: {
    title: "Projects", search: "Search projects", none: "Ashby has no projects, or the key may not read them.", noMatch: "No project matches.", choose: "Choose a project to see its people.", empty: "Nobody is known to be in it.",
    people_one: "{{count, number}} person", people_other: "{{count, number}} people", known: "projects of {{have, number}} of {{of, number}} people known", knownWords: "Ashby tells projects person by person; those in process are read first, the rest when opened.",
    archived: "Archived", confidential: "Confidential", made: "Made", list: "Projects", peopleOf: "People in {{name}}",
    addTo: "Add to {{project}}", addHint: "Type a name.", add: "Add a person…", addField: "Name of a person", addNone: "Nobody is called so.", added: "Added {{name}} to {{project}}", remove: "Take {{name}} out of {{project}}", removed: "Took {{name}} out of {{project}}",
  },
  double: {
    title: "Duplicates", intro: "People who may be one and the same, by what only one person has. Samara cannot merge: open one of them in Ashby and merge there; it is seen here with the next sync.",
    groups_one: "{{count, number}} group", groups_other: "{{count, number}} groups", none: "Nobody looks like somebody else.", compared: "compared", open: "Open {{name}}", ashby: "Merge in Ashby", alike: "Same {{what}}",
    by: { email: "mail", link: "profile", phone: "phone", name: "name" }, applications_one: "{{count, number}} application", applications_other: "{{count, number}} applications", added: "added",
  },
} as const;

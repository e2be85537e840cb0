/** How someone new is entered. */
export const create = {
  new: "New application", newPerson: "New candidate or application", step: { person: "New candidate", answers: "What the job asks", survey: "Voluntary survey" }, stepOf: "Step {{step, number}} of {{steps, number}}", to: { answers: "On to the questions", survey: "On to the survey" }, back: "Back",
  link: "LinkedIn or another page", linkHint: "Paste a LinkedIn address to start: the name is read from it.", first: "First name", last: "Last name", email: "Mail", phone: "Phone", country: "Country", noCountry: "Not said", city: "City", job: "Job", noJob: "No job, only the person", stage: "Stage", chooseJob: "Choose a job first",
  source: "Source", usualSource: "The usual source", noSource: "No source", credited: "Credited to", nobody: "Nobody", resume: "Résumé", dropHint: "or drop it anywhere here", chooseFile: "Choose a file…", removeFile: "Take {{file}} away", gotFile: "{{file}} is attached", emptyFile: "{{file}} is empty.", largeFile: "{{file}} is larger than 50 MB.",
  needsFirst: "A first name is needed.", needsLast: "A last name is needed.", needsEmail: "A mail address such as name@example.org is needed.", needsAnswer: "This has to be answered.", needsResume: "The form of this job asks for a résumé: go back and attach one.",
  answersWords: "The application form of {{job}}. It can be left empty as a whole; once something is answered, what has a star must be.", cannotAsk: "this kind of question cannot be asked here. Ashby can.", yes: "Yes", no: "No",
  surveyWords: "Answering is up to the person and never decides about the application. Whatever is answered here goes to Ashby with the application and is written nowhere on this computer.",
  alike: "People who may be the same", alikeCount_one: "{{count, number}} person may be the same", alikeCount_other: "{{count, number}} people may be the same", because: { email: "same mail", link: "same page", name: "same name" }, alreadyApplied: "Already applied for {{job}}", goesThere: "What is added here goes to this person", openPerson: "Open",
  addPerson: "Add {{name}}", addApplication: "Add {{name}} to {{job}}", thisPerson: "this person",
} as const;

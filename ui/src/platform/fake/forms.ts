/** What Ashby alone lists at the demo: mail templates and forms for feedback, in Ashby's own shape. */
export const TEMPLATES = [
  { id: "template-kind", title: "Rejection after review", intendedTypes: ["email"] }, { id: "template-interview", title: "Rejection after interviews", intendedTypes: ["email"] },
  { id: "template-later", title: "Not now, perhaps later", intendedTypes: ["email"] }, { id: "template-inmail", title: "First contact", intendedTypes: ["inMail"] },
];

type Question = { path: string; title: string; type: string; required?: boolean; options?: string[]; about?: string };
const field = ({ path, title, type, required = false, options = [], about }: Question) => ({
  isRequired: required, ...(about === undefined ? {} : { descriptionPlain: about }),
  field: { id: path, path, title, type, selectableValues: options.map((label) => ({ label, value: label.toLowerCase().replaceAll(" ", "-") })) },
});
const VERDICT: Question = { path: "_systemfield_overall_recommendation", title: "Overall recommendation", type: "ValueSelect", required: true, options: ["Strong no", "No", "Yes", "Strong yes"] };

const form = (id: string, title: string, isDefaultForm: boolean, sections: { title: string; fields: ReturnType<typeof field>[] }[]) => ({ id, title, isDefaultForm, isArchived: false, formDefinition: { sections } });

export const FORMS = [
  form("form-talk", "Conversation", true, [{ title: "Conversation", fields: [field(VERDICT), field({ path: "motivation", title: "Motivation", type: "Score", required: true, about: "Why here, why now?" }), field({ path: "notes", title: "Notes", type: "RichText" }), field({ path: "team", title: "Would work well with the team", type: "Boolean" })] }]),
  form("form-tech", "Technical interview", false, [
    { title: "Technical interview", fields: [field(VERDICT), field({ path: "problem", title: "Problem solving", type: "Score", required: true }), field({ path: "code", title: "Code quality", type: "Score" }), field({ path: "well", title: "What went well, what did not", type: "LongText" })] },
    { title: "Level", fields: [field({ path: "strengths", title: "Strengths", type: "MultiValueSelect", options: ["Speed", "Care", "Testing", "Explaining"] }), field({ path: "level", title: "Level", type: "ValueSelect", options: ["Junior", "Mid", "Senior", "Staff"] })] },
  ]),
  form("form-task", "Exercise", false, [{ title: "Exercise", fields: [field(VERDICT), field({ path: "solved", title: "Tasks solved", type: "Number" }), field({ path: "done", title: "Exercise done on", type: "Date" }), field({ path: "line", title: "One line for the debrief", type: "String" }), field({ path: "link", title: "Link to the result", type: "Url" })] }]),
];

import type { Attachment, CreateForm, CreateInput, FormQuestion, GivenAnswer } from "../../bindings/types";
import { base64Of } from "../file";

/** What an answer is while it is given: text, numbers and dates as typed, an option's id, several, yes or no, a file. */
export type Given = string | boolean | readonly string[] | File;
export type Answers = Readonly<Record<string, Given>>;

/** Someone new, as far as it is filled in. */
export type Draft = {
  first: string; last: string; email: string; phone: string; link: string; city: string; country: string;
  job: string | null; stage: string | null; source: string | null; credited: string | null; resume: File | null; answers: Answers; survey: Answers;
};

export const EMPTY: Draft = { first: "", last: "", email: "", phone: "", link: "", city: "", country: "", job: null, stage: null, source: null, credited: null, resume: null, answers: {}, survey: {} };

/** Somebody who is in Ashby already: Ashby finds them by their address. */
export type Known = { name: string; email: string; /** The jobs they are in process on. */ jobs: readonly string[] };

/** The name and address of somebody known; a name of one word stands for both. */
export function personOf({ name, email }: Known): Pick<Draft, "first" | "last" | "email"> {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? "";
  return { first: words.length > 1 ? words.slice(0, -1).join(" ") : last, last, email };
}

const PROFILE = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/([^/?#\s]+)/i;

/** The address of a LinkedIn profile and the name that can be read from it; nothing when the text is no such address. */
export function profileOf(text: string): { url: string; first: string; last: string } | null {
  const slug = PROFILE.exec(text.trim())?.[1];
  if (slug === undefined) return null;
  const words = decode(slug).split("-").filter((word) => word !== "" && !/\d/.test(word)).map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return { url: `https://www.linkedin.com/in/${slug}`, first: words.length > 1 ? (words[0] ?? "") : "", last: words.length > 1 ? words.slice(1).join(" ") : "" };
}

/** A page typed or pasted: the name follows the address until somebody writes the name. */
export function linked(draft: Draft, link: string): Partial<Draft> {
  const [profile, before] = [profileOf(link), profileOf(draft.link)];
  if (profile === null) return { link };
  const isRead = draft.first === (before?.first ?? "") && draft.last === (before?.last ?? "");
  return { link: profile.url, ...(isRead ? { first: profile.first, last: profile.last } : {}) };
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const isMail = (text: string): boolean => MAIL.test(text.trim());

/** With http or without anything before it; Ashby takes no other address, and none with a space. */
const PAGE = /^(?:https?:\/\/)?[^\s/:?#@]+\.[^\s/:?#@]+(?::\d+)?(?:[/?#]\S*)?$/i;
export const isPage = (text: string): boolean => PAGE.test(text.trim());
const pageOf = (text: string): string => (/^https?:/i.test(text.trim()) ? text.trim() : `https://${text.trim()}`);

type Format = { type: string; display: string; options: { id: string; name: string }[]; min: number | null; max: number | null };
const numeric = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** The kind of answer a question takes. */
export function formatOf({ format }: FormQuestion): Format {
  const options = Array.isArray(format["options"]) ? format["options"].flatMap((one: unknown) => (typeof one === "object" && one !== null && "id" in one && "name" in one ? [{ id: String(one.id), name: String(one.name) }] : [])) : [];
  return { type: typeof format["type"] === "string" ? format["type"] : "UNKNOWN", display: typeof format["display_type"] === "string" ? format["display_type"] : "", options, min: numeric(format["min"]), max: numeric(format["max"]) };
}

/** Whether Samara can ask this question; what it cannot ask is named with a link to Ashby. */
export const askable = (question: FormQuestion): boolean => !["UNKNOWN", "INFORMATION"].includes(formatOf(question).type);

/** Required questions that cannot be asked here: the form can then only be left empty, or filled in in Ashby. */
export const unaskable = ({ questions }: CreateForm): FormQuestion[] => questions.filter((question) => question.required && formatOf(question).type === "UNKNOWN");

const blank = (given: Given | undefined): boolean => given === undefined || (typeof given === "string" && given.trim() === "") || (Array.isArray(given) && given.length === 0);

/** One answer in the shape the engine takes; nothing where none was given. */
async function answerOf(question: FormQuestion, given: Given | undefined): Promise<GivenAnswer[]> {
  if (given === undefined || blank(given)) return [];
  const { type } = formatOf(question);
  const value = given instanceof File ? { name: given.name, content_type: given.type, data: await base64Of(given) } : type === "NUMBER" ? Number(given) : typeof given === "string" ? given.trim() : given;
  return [{ question_id: question.id, answer: value }];
}

export type Problem = "link" | "first" | "last" | "email" | "phone" | "job" | "resume" | { question: string };

/** What is missing or wrong of the person and the job. */
export function missingOf({ link, first, last, email, phone, job }: Draft): Problem[] {
  const fine = { link: link.trim() === "" || isPage(link), first: first.trim() !== "", last: last.trim() !== "", email: isMail(email), phone: phone.trim() === "" || /\p{Nd}/u.test(phone), job: job !== null };
  return (["link", "first", "last", "email", "phone", "job"] as const).filter((part) => !fine[part]);
}

/** What is missing of the application form: all that is required once anything is answered, numbers that are none always. */
export function unanswered(form: CreateForm, { answers, resume }: Draft): Problem[] {
  const asked = form.questions.filter(askable);
  const begun = asked.some(({ id }) => !blank(answers[id]));
  const wrong = asked.filter((question) => formatOf(question).type === "NUMBER" && !blank(answers[question.id]) && Number.isNaN(Number(answers[question.id])));
  const missing = begun ? asked.filter(({ id, required }) => required && blank(answers[id])) : [];
  return [...(begun && form.resume_required && resume === null ? ["resume" as const] : []), ...new Set([...missing, ...wrong])].map((one) => (one === "resume" ? one : { question: one.id }));
}

const attached = async (file: File): Promise<Attachment> => ({ name: file.name, ...(file.type === "" ? {} : { content_type: file.type }), data: await base64Of(file), type: "CV" });

/** What the engine is told, its files read now. Survey answers go with it and are held in memory alone. */
export async function inputOf(draft: Draft, form: CreateForm | null): Promise<CreateInput> {
  const { first, last, email, phone, link, city, country, job, stage, source, credited, resume, answers, survey } = draft;
  const asked = form === null ? [] : [...form.questions.map((one) => answerOf(one, answers[one.id])), ...form.surveys.flatMap((one) => one.questions).map((one) => answerOf(one, survey[one.id]))];
  const [questions, attachments] = await Promise.all([Promise.all(asked), Promise.all(resume === null ? [] : [attached(resume)])]);
  return {
    candidate: {
      first_name: first.trim(), last_name: last.trim(), email_address: email.trim(), ...(phone.trim() === "" ? {} : { phone_number: phone.trim() }),
      ...(country === "" ? {} : { location: { country, ...(city.trim() === "" ? {} : { city: city.trim() }) } }), ...(link.trim() === "" ? {} : { social_links: [{ url: pageOf(link) }] }),
    },
    ...(job === null ? {} : { application: { job_id: job, ...(stage === null ? {} : { stage_id: stage }) } }),
    ...(questions.flat().length === 0 ? {} : { screening_question_answers: questions.flat() }), ...(resume === null ? {} : { attachments }),
    ...(source === null ? {} : { source: { id: source } }), ...(credited === null ? {} : { sourced_by: { user_id: credited } }),
  };
}

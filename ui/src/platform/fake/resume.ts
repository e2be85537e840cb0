import type { Person } from "./world";

const LINE = 18;

/** PDF's own encoding of Latin letters; what it cannot say is written without its accent. */
function latin(text: string): string {
  const bytes = [...text].map((letter) => (letter.charCodeAt(0) < 256 ? letter : letter.normalize("NFD").replaceAll(/[^ -\u{FF}]/gu, "")));
  return bytes.join("").replaceAll(/[\\()]/g, "\\$&");
}

const linesOf = (person: Person): [number, string][] => [
  [22, person.name], [11, [person.title, person.company].filter((part) => part !== null).join(" at ")], [10, [person.location, person.email, person.phone].filter((part) => part !== null).join("  |  ")],
  [11, ""], [13, "Experience"], [11, `${person.title ?? "Engineer"}, ${person.company ?? "Freelance"}`], [10, "2022 to now. Took a service from one customer to two hundred,"], [10, "and its pager from nightly to quiet."],
  [11, ""], [11, "Junior, Tidepool Freight"], [10, "2018 to 2022. Built the tracking of forty thousand parcels a day."], [11, ""], [13, "Education"], [11, person.school ?? "Self-taught"], [11, ""], [13, "Skills"], [11, person.tags.join(", ") || "Available on request"],
];

/** A one-page résumé as a real PDF. */
export function resumeOf(person: Person): ArrayBuffer {
  let y = 780;
  const text = linesOf(person).map(([size, line]) => {
    y -= LINE + Math.max(0, size - 12);
    return `BT /F1 ${String(size)} Tf 64 ${String(y)} Td (${latin(line)}) Tj ET`;
  }).join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(file.length);
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer << /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0) & 0xff).buffer;
}

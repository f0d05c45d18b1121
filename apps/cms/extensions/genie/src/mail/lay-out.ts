/** What a letter says: a few paragraphs, and what to open between the first and the others. */
export type Words = {
  subject: string;
  /** Before the link, or all there is to say. */
  text: string;
  link?: { label: string; url: string };
  /** After the link. */
  after?: string;
};

/** A letter as mail programs take it: the same words twice, for those that show no HTML too. */
export type LaidOut = { subject: string; text: string; html: string };

/** No pictures and no colours of its own but the button's, so that it reads in dark mode as well. */
export function layOut({ subject, text, link, after }: Words): LaidOut {
  const parts = [text, link?.url, after].filter((part) => part !== undefined);
  return {
    subject,
    text: `${parts.join("\n\n")}\n`,
    html: page(
      subject,
      [paragraph(text), link && button(link), after && paragraph(after)].filter(Boolean).join("\n"),
    ),
  };
}

/** The same for a letter of Directus' own, whose words are HTML already. */
export const layOutHtml = (subject: string, html: string): LaidOut => ({
  subject,
  text: `${plain(html)}\n`,
  html: page(subject, html),
});

const page = (subject: string, content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:34em;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${content}
</div>
</body>
</html>
`;

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;

const button = ({ label, url }: { label: string; url: string }) => `<p style="margin:0 0 16px">
<a href="${escaped(url)}" style="display:inline-block;padding:10px 20px;border-radius:8px;background:#1d5fc4;color:#ffffff;font-weight:600;text-decoration:none">${escaped(label)}</a>
</p>
<p style="margin:0 0 16px;font-size:13px;overflow-wrap:anywhere">${escaped(url)}</p>`;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** What is left of simple HTML without its tags. */
function plain(html: string): string {
  const signs = Object.entries(entities).toReversed();
  const text = html.replaceAll(/<\/(?:p|h\d|li)>|<br\s*\/?>/g, "\n\n").replaceAll(/<[^>]+>/g, "");
  return signs
    .reduce((read, [sign, entity]) => read.replaceAll(entity, sign), text)
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

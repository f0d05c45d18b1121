import { type ExportedCollection, manifestPath } from "@genie/schema";

/** What stands in README.txt: what is where, in plain words. */
export function readMe(collections: readonly ExportedCollection[], madeAt: Date): string {
  const list = collections.map(({ path, note }) => `- ${path}\n  ${note}`).join("\n");
  return `Everything that you own in Genie Helper, as of ${madeAt.toISOString()}.

Is it whole?
The last file in here is ${manifestPath}. If it is missing, or the archive can't be opened, the
download broke off: download it again. ${manifestPath} has the size and the SHA-256 of every
other file.

What is where?
Each of these comes twice: the file that ends in .csv opens in a spreadsheet, the one that ends in
.jsonl has the same for programs, one JSON object a line. What you have none of is not in here.
In a spreadsheet, a text that begins like a formula has an apostrophe before it, so that it stays a text.

${list}

Your pictures and videos themselves are in library/media. The column "path" of library/files says
which is which.

What is not in here?
Passwords, log-ins of your accounts, cookies, tokens and keys. They stay sealed where they are and are
of no use elsewhere: connect your accounts anew where you go.
`;
}

import { deletionPhrase, mostImportBytes } from "@genie/schema";

const number = new Intl.NumberFormat("en-GB");
const size = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const count = (amount: number, one: string, many: string) =>
  amount === 1 ? `1 ${one}` : `${number.format(amount)} ${many}`;

function sizeOf(bytes: number): string {
  if (bytes < 1e6) return `${number.format(Math.ceil(bytes / 1e3))} kB`;
  return bytes < 1e9 ? `${size.format(bytes / 1e6)} MB` : `${size.format(bytes / 1e9)} GB`;
}

/** A copy of everything, and leaving. */
export const yourData = {
  export: {
    title: "Download everything",
    intro:
      "One file with all that you own here: accounts, posts, pictures and videos, tags, fans and your notes, figures, conversations and what was done for you. Tables open in a spreadsheet, a README.txt says what is where.",
    without:
      "Passwords, cookies and tokens are not in it. They stay sealed here and are of no use elsewhere.",
    start: "Download my data",
    dialogTitle: "Download your data",
    dialogText:
      "Enter your password, so that nobody else takes a copy of everything while you are away from this screen.",
    started: "Your download has begun. It is made while it is sent; keep this browser open.",
    underWay: "Being made and downloaded",
    progress: (percent: number) => `${percent} %`,
    stop: "Stop it",
    stopFailed: "The download could not be stopped.",
    loadFailed: "Your earlier downloads could not be loaded.",
    last: "Last downloaded",
    amount: (rows: number, files: number, bytes: number) =>
      `${count(rows, "entry", "entries")} and ${count(files, "file", "files")}, ${sizeOf(bytes)}`,
    missing: (files: number) =>
      `${count(files, "file", "files")} could not be read and ${files === 1 ? "is" : "are"} named in manifest.json.`,
    brokeOff:
      "The last download broke off, so its file is not whole and can't be opened. Nothing was lost; download it again.",
    stopped: "The last download was stopped. What was saved of it is not whole.",
  },
  import: {
    title: "Bring an export in",
    intro:
      "A file that was downloaded here or from another installation. What is here already is not added again, so the same file may be imported twice.",
    limit: `A file may have ${mostImportBytes / 1024 ** 3} GB at most, and sending it takes as long as your connection needs.`,
    changes:
      "Planned posts come in as drafts, so nothing goes out by it. Accounts come in signed out; connect them anew. Every picture and video is looked at like an upload.",
    start: "Choose an export",
    file: "The export to bring in",
    sending: "Being sent. Keep this page open until it has arrived.",
    underWay: "Being brought in; it goes on when you leave this page",
    progress: (percent: number) => `${percent} %`,
    last: "Last imported",
    amount: (cameIn: number, wasHere: number, leftOut: number) =>
      `${number.format(cameIn)} came in, ${number.format(wasHere)} ${wasHere === 1 ? "was" : "were"} here already, ${number.format(leftOut)} stayed in the file.`,
    problems: "What stayed in the file, and why",
  },
  deletion: {
    title: "Delete your account",
    intro:
      "Your account and everything in it go for good: accounts and log-ins, posts, pictures and videos, fans, notes, figures and conversations. Nothing brings them back.",
    first: "Download everything first if you may want it later.",
    start: "Delete my account",
    dialogTitle: "Delete your account for good?",
    happens: [
      "Posts that are planned are stopped first. One that is being sent at this moment may still go out.",
      "What is on the platforms stays there; delete it there, or in the calendar before.",
      "You are signed out everywhere, and programs and browsers lose their access.",
      "Then everything of yours is removed: rows, files, browser profiles, jobs and histories.",
      "Your operator may have backups, in which it stays until they are replaced.",
    ],
    phraseLabel: `Type “${deletionPhrase}”`,
    phraseWrong: `Type the two words “${deletionPhrase}”, without quotes.`,
    password: "Password",
    passwordMissing: "Enter your password.",
    confirm: "Delete everything",
    keep: "Keep my account",
    goneTitle: "Your account is deleted",
    goneText: "Nothing of yours is left here. The report says what was removed and what stays.",
    runningTitle: "Your account is being deleted",
    runningText:
      "You are signed out. Everything of yours is being removed; it goes on when you close this page.",
    unknownTitle: "There is nothing to report",
    unknownText: "This page shows a deletion right after it was asked for, in the same window.",
    report: "Download the report",
    readFailed: "How far it is could not be loaded. It goes on without you.",
    toStart: "To the start page",
  },
};

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@genie/stack";

/** What a page tells people to type, on one line but for the text that it hands on (`<<SQL`). */
export type PageCommand = { page: string; command: string };

/** By which a command in the midst of a sentence is told from a name or a path. */
const programs =
  /^(age|apt-get|chown|docker|git|journalctl|nginx|node|npm|npx|ollama|openssl|pm2|pnpm|sha256sum|systemctl) \S/;
const shellBlock = /^( *)```sh\n([^]*?)^ *```$/gm;
const anyBlock = /^ *```[^]*?^ *```$/gm;

/** All commands of these pages (globs from the root of the repository), each as often as it is there. */
export function readPageCommands(pages: readonly string[]): PageCommand[] {
  return globSync([...pages], { cwd: repositoryRoot, exclude: isInstalled }).flatMap((page) =>
    commandsIn(readFileSync(join(repositoryRoot, page), "utf8")).map((command) => ({
      page,
      command,
    })),
  );
}

const isInstalled = (path: string) => path.includes("node_modules");

/** Those of shell blocks, and those in backticks whose first word is a program. */
export function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(shellBlock)].flatMap(([, indent = "", text = ""]) =>
    linesOf(text.replaceAll(new RegExp(`^${indent}`, "gm"), "")),
  );
  const spans = [...markdown.replaceAll(anyBlock, "").matchAll(/`([^`]+)`/g)].map(([, text = ""]) =>
    text.replaceAll(/\s+/g, " ").trim(),
  );
  return [
    ...blocks.flatMap(parts),
    ...spans.flatMap(parts).filter((command) => programs.test(command)),
  ];
}

/** Puts lines together that go on (`\`), or that hand a text on up to its mark. */
function linesOf(text: string): string[] {
  const joined = text.replaceAll(/\\\n\s*/g, "");
  return [...joined.matchAll(/^.*<<(\w+)\n[^]*?^\1$|^.+$/gm)].map(([line]) => line);
}

/** Where to be is not a command of its own, nor is when cron runs it. */
function parts(line: string): string[] {
  return line.split(" && ").filter((part) => !/(^| )cd \S+$/.test(part));
}

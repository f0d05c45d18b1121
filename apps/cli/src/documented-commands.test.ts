import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { program } from "./program.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const pages = globSync(
  ["README.md", "docs/**/*.md", "deploy/**/*.md", "bench/README.md", "{apps,packages}/*/README.md"],
  { cwd: root, exclude: (path) => path.includes("node_modules") },
);

/** What pages tell people to type, without quoted words, which are anybody's. */
const told = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/npm run genie -- ([^`\n|;]+)/g)].map(
    ([, words = ""]) => ({ page, line: words.replaceAll(/"[^"]*"|'[^']*'/g, "x").trim() }),
  ),
);

describe("every command in the pages", () => {
  it("is looked for in pages that have some", () => {
    expect(told.length).toBeGreaterThan(20);
  });

  it.each(told)("exists, with its options: $line ($page)", ({ line }) => {
    const words = line.split(/\s+/);
    const { command, rest } = find(program, words);
    const known = command.options.flatMap(({ long, short }) => [long, short]);
    const options = rest.filter((word) => word.startsWith("-"));
    expect([...known, "--help"]).toEqual(expect.arrayContaining(options));
    // What a group is told to do is one of its commands.
    const isTold = command.commands.length === 0 || rest.length === 0 || rest[0] === options[0];
    expect(isTold).toBe(true);
  });
});

/** Follows the words from command to command, as far as they name some. */
function find(command: Command, [word, ...others]: string[]): { command: Command; rest: string[] } {
  const next = command.commands.find((one) => one.name() === word);
  if (next) return find(next, others);
  return { command, rest: word === undefined ? [] : [word, ...others] };
}

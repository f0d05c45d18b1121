import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@genie/stack";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { program } from "./program.ts";
import {
  commandPages,
  elsewhere,
  notHere,
  restarts,
  type Run,
  strands,
} from "./testing/documented-commands.ts";
import { readPageCommands } from "./testing/page-commands.ts";

const genie = /^npm run genie -- /;

/** What pages tell people to type, without quoted words, which are anybody's. */
const told = readPageCommands([
  ...commandPages,
  "docs/**/*.md",
  "deploy/**/*.md",
  "bench/README.md",
  "{apps,packages}/*/README.md",
])
  .filter(({ command }) => genie.test(command))
  .map(({ page, command }) => ({
    page,
    line: command.replace(genie, "").replaceAll(/"[^"]*"|'[^']*'/g, "x"),
  }));

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

describe("every command for creators, operators and developers", () => {
  const all: readonly (readonly Run[])[] = [...Object.values(strands), restarts];
  const run = all.flat().map(({ command }) => command);
  const listed = [...elsewhere, ...notHere].flatMap(({ commands }) => commands);

  it("is run by documented-commands.int.test.ts or by something else, or says why not", () => {
    const inPages = new Set(readPageCommands(commandPages).map(({ command }) => command));
    expect(new Set([...run, ...listed])).toEqual(inPages);
  });

  it("is in one list alone", () => {
    expect(listed.filter((one, index) => listed.indexOf(one) !== index)).toEqual([]);
    expect(listed.filter((one) => run.includes(one))).toEqual([]);
  });

  it.each(elsewhere.map(({ by }) => by))("is run by something that is there: %s", (path) => {
    expect(existsSync(join(repositoryRoot, path))).toBe(true);
  });
});

/** Follows the words from command to command, as far as they name some. */
function find(command: Command, [word, ...others]: string[]): { command: Command; rest: string[] } {
  const next = command.commands.find((one) => one.name() === word);
  if (next) return find(next, others);
  return { command, rest: word === undefined ? [] : [word, ...others] };
}

import { type DatasetFile, type DatasetRow, rowsOf } from "./dataset-rows.ts";
import { deniedIn } from "./denied-words.ts";
import { dimensions } from "./dimensions.ts";
import { compactFormOf, formOf } from "./form-of.ts";

/** How many tags we promise. */
const tagCount = 3208;
const fewestOfADimension = 300;

/** What is wrong with these files, a sentence each. None when they may be shipped. */
export function lintDataset(
  files: readonly DatasetFile[],
  expected = { tagCount, fewestOfADimension },
): string[] {
  const problems: string[] = [];
  const rows = files.flatMap((file) => {
    try {
      return rowsOf(file);
    } catch (error) {
      problems.push(`${file.name} cannot be read: ${String(error)}`);
      return [];
    }
  });
  problems.push(...rows.flatMap(problemsOfRow), ...sharedNames(rows));
  if (rows.length !== expected.tagCount) {
    problems.push(`There are ${rows.length} tags and not ${expected.tagCount}.`);
  }
  for (const dimension of dimensions.keys()) {
    const count = rows.filter((row) => row.dimension === dimension).length;
    if (count < expected.fewestOfADimension) {
      problems.push(`${dimension} has ${count} tags, fewer than ${expected.fewestOfADimension}.`);
    }
  }
  return problems;
}

function problemsOfRow({ place, tag, dimension, weight, aliases }: DatasetRow): string[] {
  const problems: string[] = [];
  const say = (problem: string) => problems.push(`${place}: ${problem}`);
  if (tag.length > 100) say(`"${tag}" is longer than 100 characters.`);
  if (!dimensions.has(dimension)) say(`"${dimension}" is no dimension.`);
  if (!/^(0\.\d{1,2}|0|1|1\.00?)$/.test(weight)) {
    say(`"${weight}" is no weight from 0 to 1 with at most two decimals.`);
  }
  for (const term of [tag, ...aliases]) {
    if (term === "") say("a name is empty.");
    else if (formOf(term) === "") say(`"${term}" has no letter or digit.`);
    if (term !== term.trim() || / {2}/.test(term))
      say(`"${term}" has spaces that belong to nothing.`);
    if (term !== term.toLowerCase()) say(`"${term}" is not in lower case.`);
    if (term.includes("#")) say(`"${term}" has a number sign.`);
    const denied = deniedIn(term);
    if (denied !== null) say(`"${term}" says "${denied}", which no tag may say.`);
  }
  return problems;
}

function sharedNames(rows: readonly DatasetRow[]): string[] {
  const problems: string[] = [];
  const first = new Map<string, DatasetRow>();
  for (const row of rows) {
    for (const term of [row.tag, ...row.aliases]) {
      const form = compactFormOf(term);
      const other = first.get(form);
      if (other === undefined) first.set(form, row);
      else if (other !== row) {
        problems.push(
          `${row.place}: "${term}" of "${row.tag}" is also a name of "${other.tag}" (${other.place}).`,
        );
      }
    }
  }
  return problems;
}

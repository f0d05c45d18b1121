import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** A row as it is written. `place` is the file and the line, for people. */
export type DatasetRow = {
  place: string;
  tag: string;
  dimension: string;
  weight: string;
  aliases: string[];
};
export type DatasetFile = { name: string; text: string };

const dataFolder = join(import.meta.dirname, "../data");
/** Names beside those of the tags' own rows. */
const lists = ["emoji.csv", "one-language.csv"];
const columns = ["tag", "dimension", "weight", "aliases"];

/** The files of `data` that hold tags, by name. */
export function datasetFiles(): DatasetFile[] {
  return readdirSync(dataFolder)
    .filter((name) => name.endsWith(".csv") && !lists.includes(name))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(dataFolder, name), "utf8") }));
}

/** Emoji that name a thing, with the tag that they mean. */
export function emojiRows(): { emoji: string; tag: string }[] {
  const rows = parse(readFileSync(join(dataFolder, "emoji.csv"), "utf8"), { fromLine: 2 });
  return rows.map(([emoji = "", tag = ""]) => ({ emoji, tag }));
}

/** Names that mean a tag in one language and something else in others. */
export function oneLanguageRows(): { language: string; name: string; tag: string }[] {
  const rows = parse(readFileSync(join(dataFolder, "one-language.csv"), "utf8"), { fromLine: 2 });
  return rows.map(([language = "", name = "", tag = ""]) => ({ language, name, tag }));
}

/** Throws a `CsvError` that names the line when a row has not four columns, an `Error` when the header is another. */
export function rowsOf({ name, text }: DatasetFile): DatasetRow[] {
  const [header = [], ...rows] = parse(text);
  if (header.join() !== columns.join()) {
    throw new Error(`${name} must begin with the line ${columns.join()}.`);
  }
  return rows.map(([tag = "", dimension = "", weight = "", aliases = ""], index) => ({
    place: `${name}, line ${index + 2}`,
    tag,
    dimension,
    weight,
    aliases: aliases === "" ? [] : aliases.split("|"),
  }));
}

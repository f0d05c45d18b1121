import type { TagMapping } from "./classifier.ts";
import { datasetFiles, type DatasetRow, emojiRows, rowsOf } from "./dataset-rows.ts";
import { dimensions } from "./dimensions.ts";

/**
 * The tags that are shipped, in the order of their files. Emoji that mean a tag are among its aliases.
 * Throws when a row is not what `lintDataset` lets pass.
 */
export function readDataset(): TagMapping[] {
  const emoji = Map.groupBy(emojiRows(), ({ tag }) => tag);
  return datasetFiles()
    .flatMap(rowsOf)
    .map((row) => {
      const drawn = (emoji.get(row.tag) ?? []).map((one) => one.emoji);
      return mappingOf(row, drawn);
    });
}

function mappingOf(row: DatasetRow, others: string[]): TagMapping {
  const concept = dimensions.get(row.dimension);
  if (concept === undefined) {
    throw new Error(`${row.place}: "${row.dimension}" is no dimension.`);
  }
  return {
    tag: row.tag,
    concept,
    weight: Number(row.weight),
    aliases: [...row.aliases, ...others],
  };
}

import type { Extraction, ExtractRequest } from "@genie/browser-client";
import type { Cheerio, CheerioAPI } from "cheerio";
import type { Element } from "domhandler";

/** Reads the fields from each element of `rows`, in the order of the page. */
export function extractRows(
  $: CheerioAPI,
  { rows, fields }: ExtractRequest,
): Record<string, string | string[] | null>[] {
  return $<Element, string>(rows)
    .toArray()
    .map((row) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, wanted]) => [name, read($, $(row), wanted)]),
      ),
    );
}

function read(
  $: CheerioAPI,
  row: Cheerio<Element>,
  { css, attribute, all }: Extraction,
): string | string[] | null {
  const found = (css === "" ? row : row.find(css)).toArray();
  const values = found.flatMap((element) => {
    const value = attribute === undefined ? $(element).text().trim() : $(element).attr(attribute);
    return value === undefined ? [] : [value];
  });
  return all ? values : (values[0] ?? null);
}

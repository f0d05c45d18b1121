import type { ExtractAnswer, ExtractRequest } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Session } from "../sessions/session.ts";

/** What is used of the page's document; Node itself has none. */
type Element = {
  textContent: string | null;
  getAttribute: (name: string) => string | null;
  querySelectorAll: (css: string) => Iterable<Element>;
};
declare const document: Element;

/** Reads the same fields from each row of the page. What is not there is null, or empty with `all`. */
export async function extract(
  { page }: Session,
  { rows, fields }: ExtractRequest,
): Promise<ExtractAnswer> {
  const found = await page.evaluate(readRows, { rows, fields: Object.entries(fields) });
  if (found !== null) return { rows: found };
  throw new AppError("invalid_input", "A selector of this request is not CSS.");
}

/** Runs in the page, so it uses nothing from around it. Null when a selector is not CSS. */
function readRows(request: {
  rows: string;
  fields: [string, { css: string; attribute?: string | undefined; all?: boolean | undefined }][];
}): ExtractAnswer["rows"] | null {
  try {
    return Array.from(document.querySelectorAll(request.rows), (row) =>
      Object.fromEntries(
        request.fields.map(([name, { css, attribute, all }]) => {
          const elements = css === "" ? [row] : Array.from(row.querySelectorAll(css));
          const values = elements.map((element) =>
            attribute === undefined ? element.textContent : element.getAttribute(attribute),
          );
          return [name, all ? values.filter((value) => value !== null) : (values[0] ?? null)];
        }),
      ),
    );
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

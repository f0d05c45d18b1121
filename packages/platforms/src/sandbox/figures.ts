/** Figures as a page says them: the text by its label. */
export type ShownFigures = ReadonlyMap<string, string>;

/** What a page has of labels and texts, in each of the ways in which the site marks them up. */
export type FigureMarkup = {
  terms: string[];
  definitions: string[];
  itemLabels: string[];
  itemTexts: string[];
  columns: string[];
  cells: string[];
};

/** Where `FigureMarkup` is found below a row. */
export const figureFields = {
  terms: { css: "dt", all: true },
  definitions: { css: "dd", all: true },
  itemLabels: { css: "li > span", all: true },
  itemTexts: { css: "li > b", all: true },
  columns: { css: "th[scope='col']", all: true },
  cells: { css: "td", all: true },
} as const;

/** Pairs labels with texts. Null when the markup is none of those known, or labels and texts don't pair. */
export function readFigures(markup: FigureMarkup): ShownFigures | null {
  const ways: [string[], string[]][] = [
    [markup.terms, markup.definitions],
    [markup.itemLabels, markup.itemTexts],
    [markup.columns, markup.cells],
  ];
  const used = ways.filter(([labels, texts]) => labels.length > 0 || texts.length > 0);
  const [only] = used;
  if (only === undefined || used.length > 1) return null;
  const labels = only[0].map((label) => label.trim());
  const texts = only[1].map((text) => text.trim());
  if (labels.length !== texts.length || new Set(labels).size < labels.length) return null;
  return new Map(labels.map((label, index) => [label, texts[index] ?? ""]));
}

import { formatCount, formatMoney, formatShortCount } from "#features/media/format-figures.ts";
import type { Figure } from "./figure-lines.ts";

export type FigureWords = {
  say: (value: number) => string;
  /** For the marks of a scale, so short that they are still told apart. */
  sayMarks: (values: readonly number[]) => string[];
  /** Half a follower is no mark. */
  isWhole: boolean;
};

/** How a figure is written: counts as they are, money in its currency. */
export function figureWords(
  figure: Figure | "comments" | "views",
  currency: string | null,
): FigureWords {
  if (figure === "earnings") {
    const say = (value: number) => formatMoney(value.toFixed(2), currency);
    return { say, sayMarks: (values) => values.map(withoutEmptyCents(say)), isWhole: false };
  }
  return {
    say: formatCount,
    sayMarks: (values) => {
      const short = values.map(formatShortCount);
      return new Set(short).size === short.length ? short : values.map(formatCount);
    },
    isWhole: true,
  };
}

const withoutEmptyCents = (say: (value: number) => string) => (value: number) =>
  Number.isInteger(value) ? say(value).replace(/\.00(?=\D*$)/, "") : say(value);

import { fewestPosts, type GroupFigure } from "@genie/schema";
import type { Messages } from "#messages/messages.ts";

/** Below this the words warn that there are few. */
const fewPosts = 20;
const ratioFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "25 posts, 1.8 times the rest": how many posts a figure is of, and how it differs from the others'. */
export function differenceWords(figure: GroupFigure, text: Messages["insights"]["works"]): string {
  const { posts, others, isClear } = figure;
  if (posts === 0) return text.noPosts;
  if (posts < fewestPosts) return text.few(posts);
  if (others < fewestPosts) return text.fewOthers(posts);
  if (isClear) return `${text.posts(posts)}, ${clearWords(figure, text)}`;
  return `${text.posts(posts)}, ${posts < fewPosts ? text.fewUnclear : text.unclear}`;
}

function clearWords(
  { median, othersMedian }: GroupFigure,
  text: Messages["insights"]["works"],
): string {
  if (median === null || othersMedian === null) return text.unclear;
  if (othersMedian <= 0) return median > 0 ? text.fromNothing : text.near;
  const ratio = median / othersMedian;
  if (ratio >= 1.05) return text.times(ratioFormat.format(ratio));
  return ratio <= 0.95 ? text.less(Math.round((1 - ratio) * 100)) : text.near;
}

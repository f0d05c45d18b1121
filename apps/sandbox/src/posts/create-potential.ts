import type { Random } from "../content/random.ts";
import type { PostFigures } from "./figures.ts";

/** What a post will gather in the end; the same for the same state of `random`. */
export function createPotential(random: Random): PostFigures {
  const views = Math.round(400 + 7600 * random.fraction() ** 2);
  return {
    views,
    likes: Math.round(views * (0.06 + 0.1 * random.fraction())),
    comments: Math.round(views * 0.012 * random.fraction()),
    earnings_cents: random.chance(0.45) ? random.integer(300, 9500) : 0,
  };
}

import type { MemoryBudget } from "./memory-budget.ts";
import type { PicturePool } from "./picture-process/picture-pool.ts";

/** What all work shares. */
export type ToolContext = {
  folder: string;
  ffmpegPath: string;
  ffprobePath: string;
  budget: MemoryBudget;
  pictures: PicturePool;
};

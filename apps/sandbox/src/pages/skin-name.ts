import { z } from "zod";

/** The markups that the same pages are made of: a platform changes its own now and then. */
export const SkinName = z.enum(["classic", "cards", "table"]);
export type SkinName = z.infer<typeof SkinName>;

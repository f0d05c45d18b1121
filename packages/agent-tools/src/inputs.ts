import { z } from "zod";

/** What several tools take. Descriptions are read by models at each start, so they are few. */
export const collection = z.string().max(64).describe("A name from list-collections");
export const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, "An id has letters, digits and dashes");
export const paths = z
  .array(z.string().max(200))
  .min(1)
  .max(50)
  .describe("Dots reach into references: creator_profile_id.username");
export const filter = z
  .record(z.string(), z.unknown())
  .describe('As in Directus: {"status":{"_eq":"draft"}}, _and, _or');
export const search = z.string().trim().min(1).max(200);
export const sort = z.array(z.string().max(200)).max(5).describe('"-" is descending');
export const data = z.record(z.string(), z.unknown());

/** What an administrator may set of an account. */
export const accountData = {
  first_name: z.string().max(50).optional(),
  last_name: z.string().max(50).optional(),
  language: z.string().max(20).optional(),
  role: z.enum(["creator", "viewer"]).optional(),
  status: z.enum(["active", "suspended"]).optional(),
};

/** How lists are paged. */
export const paging = {
  limit: z.int().min(1).max(100).default(20),
  cursor: z.string().max(40).optional().describe("next_cursor of the answer before"),
  count: z.boolean().default(false).describe("Also say how many there are in all"),
};

export type Paging = { limit: number; cursor?: string | undefined; count: boolean };

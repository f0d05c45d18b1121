import { LibraryEntriesRequest, LibraryFacetsRequest } from "@genie/schema";
import type { Router } from "express";
import type { z } from "zod";
import { answering, readBody } from "../answering.ts";
import type { Endpoint } from "../directus.ts";
import { countFacets } from "./count-facets.ts";
import { libraryReader } from "./library-owner.ts";
import { listEntries } from "./list-entries.ts";

/**
 * `POST /library/<step>`: what of the caller's own library there is, read from `library_entries`. The
 * shapes are in `packages/schema/src/library.ts`.
 */
export const library: Endpoint = {
  id: "library",
  handler: (router, { database }) => {
    reads(router, "/entries", LibraryEntriesRequest, (owner, body) =>
      listEntries(database, owner, body),
    );
    reads(router, "/facets", LibraryFacetsRequest, (owner, body) =>
      countFacets(database, owner, body),
    );
  },
};

function reads<Body extends z.ZodType>(
  router: Router,
  path: string,
  schema: Body,
  work: (owner: string, body: z.output<Body>) => Promise<unknown>,
): void {
  router.post(
    path,
    answering(async ({ accountability, body }) =>
      work(libraryReader(accountability), readBody(schema, body)),
    ),
  );
}

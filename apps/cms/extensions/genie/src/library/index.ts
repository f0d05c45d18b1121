import {
  LibraryEntriesRequest,
  LibraryFacetsRequest,
  LibraryForgottenRequest,
  LibraryIdsRequest,
  LibraryOutingsRequest,
  LibrarySimilarRequest,
  LibraryTagRequest,
} from "@genie/schema";
import type { Router } from "express";
import type { z } from "zod";
import { answering, readBody } from "../answering.ts";
import type { Accountability, Endpoint } from "../directus.ts";
import { forWorker } from "../worker-only.ts";
import { deleteEntries, restoreEntries, tagEntries } from "./change-entries.ts";
import { countFacets } from "./count-facets.ts";
import { findForgotten } from "./find-forgotten.ts";
import { libraryReader, libraryWriter } from "./library-owner.ts";
import { listEntries } from "./list-entries.ts";
import { listOutings } from "./list-outings.ts";
import { listSimilar } from "./list-similar.ts";

/**
 * `POST /library/<step>`: what of the caller's own library there is, read from `library_entries`, and
 * changes to many entries at once; for the worker, what must not come back into it. The shapes are in `packages/schema/src/library.ts`.
 */
export const library: Endpoint = {
  id: "library",
  handler: (router, context) => {
    const { database } = context;
    reads(router, "/entries", LibraryEntriesRequest, (owner, body) =>
      listEntries(database, owner, body),
    );
    reads(router, "/facets", LibraryFacetsRequest, (owner, body) =>
      countFacets(database, owner, body),
    );
    reads(router, "/similar", LibrarySimilarRequest, (owner, { id }) =>
      listSimilar(database, owner, id),
    );
    reads(router, "/outings", LibraryOutingsRequest, (owner, { ids }) =>
      listOutings(database, owner, ids),
    );
    router.post(
      "/forgotten",
      forWorker(LibraryForgottenRequest, async ({ account, posts }) => ({
        posts: await findForgotten(database, account, posts),
      })),
    );
    changes(router, "/delete", LibraryIdsRequest, (change) => deleteEntries(context, change));
    changes(router, "/restore", LibraryIdsRequest, (change) => restoreEntries(context, change));
    changes(router, "/tag", LibraryTagRequest, (change) => tagEntries(context, change));
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

function changes<Body extends z.ZodObject>(
  router: Router,
  path: string,
  schema: Body,
  work: (
    change: z.output<Body> & { owner: string; accountability: Accountability | null },
  ) => Promise<void>,
): void {
  router.post(
    path,
    answering(async ({ accountability = null, body }) => {
      const owner = libraryWriter(accountability);
      await work({ ...readBody(schema, body), owner, accountability });
      return {};
    }),
  );
}

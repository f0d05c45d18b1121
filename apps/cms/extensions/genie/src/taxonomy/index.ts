import {
  ClassifyDueRequest,
  ClassifyStatusRequest,
  CorrectRequest,
  ProposeRequest,
  ReclassifyRequest,
  TaxonomyInsightsRequest,
} from "@genie/schema";
import { answering, readBody } from "../answering.ts";
import type { Endpoint } from "../directus.ts";
import { libraryReader, libraryWriter } from "../library/library-owner.ts";
import { forWorker } from "../worker-only.ts";
import { classifyDue } from "./classify-due.ts";
import { classifyStatus } from "./classify-status.ts";
import { correctEntry } from "./correct.ts";
import { readInsights } from "./insights.ts";
import { proposeTags } from "./propose.ts";
import { reclassify } from "./reclassify.ts";
import { scopeOf } from "./scope.ts";

/**
 * `POST /taxonomy/<step>`: what entries are about. `classify-due` and `propose` are the worker's. The shapes
 * are in `packages/schema/src/taxonomy-requests.ts`.
 */
export const taxonomy: Endpoint = {
  id: "taxonomy",
  handler: (router, context) => {
    router.post(
      "/classify-due",
      forWorker(ClassifyDueRequest, (due, worker) => classifyDue(context, worker, due)),
    );
    router.post(
      "/propose",
      forWorker(ProposeRequest, (said, worker) => proposeTags(context, worker, said)),
    );
    router.post(
      "/correct",
      answering(async ({ accountability = null, body }) => {
        const owner = libraryWriter(accountability);
        const { id, corrections } = readBody(CorrectRequest, body);
        return correctEntry(context, { id, owner, accountability }, corrections);
      }),
    );
    router.post(
      "/insights",
      answering(async ({ accountability, body }) =>
        readInsights(
          context.database,
          libraryReader(accountability),
          readBody(TaxonomyInsightsRequest, body),
        ),
      ),
    );
    router.post(
      "/reclassify",
      answering(async ({ accountability, body }) => {
        const { outdated, ...asked } = readBody(ReclassifyRequest, body);
        return reclassify(context, scopeOf(accountability, asked, libraryWriter), { outdated });
      }),
    );
    router.post(
      "/status",
      answering(async ({ accountability, body }) =>
        classifyStatus(
          context.database,
          scopeOf(accountability, readBody(ClassifyStatusRequest, body)),
        ),
      ),
    );
  },
};

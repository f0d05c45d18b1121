import {
  ClaimRef,
  ClaimRequest,
  LiveChecksRequest,
  LiveReport,
  OutcomeReport,
  PublishBatch,
  ReconcileRequest,
  RemovedReport,
  SetBackRequest,
  SettleRequest,
} from "@genie/schema";
import { z } from "zod";
import { answering, readBody } from "../answering.ts";
import { asksHerself } from "../caller.ts";
import type { Accountability, Endpoint } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { forWorker } from "../worker-only.ts";
import { claimPost } from "./claim-post.ts";
import { noteSetBack } from "./note-set-back.ts";
import { recordLive, takeLiveChecks } from "./live-checks.ts";
import { asPublisher, type Publisher } from "./publisher.ts";
import { reconcilePosts } from "./reconcile-posts.ts";
import { recordIntent } from "./record-intent.ts";
import { recordRemoved } from "./record-removed.ts";
import { recordOutcome } from "./record-outcome.ts";
import { runBatch } from "./run-batch.ts";
import { renewClaim } from "./renew-claim.ts";
import { settlePost } from "./settle-post.ts";
import { sweepPosts } from "./sweep-posts.ts";

/**
 * `POST /publishing/<step>`: how the worker moves a post along, and `settle`, how the owner of a
 * doubtful post says what she found. The shapes are in `packages/schema/src/publishing.ts`; the
 * database's clock decides, and every step is one transaction.
 */
export const publishing: Endpoint = {
  id: "publishing",
  handler: (router, context) => {
    const { platforms } = gateEnv(context.env);
    const takers = new Map<string, (body: unknown, worker: Accountability) => Promise<unknown>>();
    const step = <Body extends z.ZodType>(
      name: string,
      schema: Body,
      work: (publisher: Publisher, body: z.output<Body>) => Promise<unknown>,
    ) => {
      const take = (body: z.output<Body>, worker: Accountability) =>
        asPublisher(context, worker, (publisher) => work(publisher, body));
      router.post(`/${name}`, forWorker(schema, take));
      takers.set(name, async (body, worker) => take(readBody(schema, body), worker));
    };

    step("claim", ClaimRequest, (publisher, body) => claimPost(publisher, platforms, body.post_id));
    step("renew", ClaimRef, renewClaim);
    step("intent", ClaimRef, (publisher, body) => recordIntent(publisher, platforms, body));
    step("outcome", OutcomeReport, (publisher, body) => recordOutcome(publisher, platforms, body));
    step("live-checks", LiveChecksRequest, takeLiveChecks);
    step("live", LiveReport, recordLive);
    step("removed", RemovedReport, recordRemoved);
    step("reconcile", ReconcileRequest, (publisher, body) =>
      reconcilePosts(publisher, platforms, body),
    );
    router.post(
      "/batch",
      forWorker(PublishBatch, (batch, worker) =>
        runBatch(context, batch, async (name, body) => takers.get(name)?.(body, worker)),
      ),
    );
    router.post(
      "/set-back",
      forWorker(SetBackRequest, (body, worker) => noteSetBack(context, worker, body)),
    );
    router.post(
      "/settle",
      answering(async ({ accountability = null, body }) => {
        if (!asksHerself(accountability)) {
          throw refusal(
            "FORBIDDEN",
            "Only a person can say what became of a post. Nothing was changed.",
          );
        }
        const request = readBody(SettleRequest, body);
        const owner = accountability.admin ? null : accountability.user;
        return asPublisher(context, accountability, (publisher) =>
          settlePost(publisher, platforms, owner, request),
        );
      }),
    );
    router.post(
      "/sweep",
      forWorker(z.strictObject({}), () => sweepPosts(context)),
    );
  },
};

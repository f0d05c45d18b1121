import {
  CancelRequest,
  EnterRequest,
  FailRequest,
  OpenRequest,
  ParkRequest,
  RedeemRequest,
} from "@genie/schema";
import type { RequestHandler } from "express";
import type { z } from "zod";
import { answering, readBody } from "../answering.ts";
import { asksHerself } from "../caller.ts";
import type { Endpoint } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { forWorker } from "../worker-only.ts";
import { cancelAsked, enterView, openAsked, redeemTicket } from "./open-view.ts";
import { parkJob } from "./park-job.ts";
import { settleAsked } from "./settle-asked.ts";

/**
 * `POST /people/<step>`: log-ins that need a person. `park` and `fail` are the worker's; the others are hers who is to
 * sign in, and no program's. The shapes are in `packages/schema/src/people.ts`.
 */
export const people: Endpoint = {
  id: "people",
  handler: (router, context) => {
    const { platforms } = gateEnv(context.env);
    router.post(
      "/park",
      forWorker(ParkRequest, (body, worker) => parkJob(context, worker, body)),
    );
    router.post(
      "/fail",
      forWorker(FailRequest, async ({ hitl_session_id: id, notes }) => {
        await settleAsked(context, (asked) => asked.where({ id }), { status: "failed", notes });
        return {};
      }),
    );
    router.post(
      "/open",
      forPerson(OpenRequest, (user, body) =>
        openAsked(context, platforms, user, body.creator_profile_id),
      ),
    );
    router.post(
      "/enter",
      forPerson(EnterRequest, (user, body) => enterView(context, user, body)),
    );
    router.post(
      "/redeem",
      forPerson(RedeemRequest, (user, body) => redeemTicket(context, user, body.ticket)),
    );
    router.post(
      "/cancel",
      forPerson(CancelRequest, (user, body) => cancelAsked(context, user, body.hitl_session_id)),
    );
  },
};

/** A route for people who are signed in themselves; `work` gets whose account it is and the parsed body. */
function forPerson<Body extends z.ZodType>(
  schema: Body,
  work: (user: string, body: z.output<Body>) => Promise<unknown>,
): RequestHandler {
  return answering(async ({ accountability, body }) => {
    if (!asksHerself(accountability)) {
      throw refusal(
        "FORBIDDEN",
        "Only a person who is signed in herself can do this. Nothing was changed.",
      );
    }
    return work(accountability.user, readBody(schema, body));
  });
}

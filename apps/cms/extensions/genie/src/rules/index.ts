import { RulesCheckRequest, RulesWaitingRequest } from "@genie/schema";
import { answering, readBody } from "../answering.ts";
import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Accountability, Endpoint } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { checkPlans } from "./check-plans.ts";
import { findWaiting } from "./find-waiting.ts";

/**
 * `POST /rules/check` holds plans against their owner's rules before they are saved, `/rules/waiting`
 * the posts that wait against one pack. Both only read; the shapes are in
 * `packages/schema/src/rules-check.ts`.
 */
export const rules: Endpoint = {
  id: "rules",
  handler: (router, { database }) => {
    router.post(
      "/check",
      answering(async ({ accountability = null, body }) => {
        const { plans } = readBody(RulesCheckRequest, body);
        return { problems: await checkPlans(database, ownerFor(accountability), plans) };
      }),
    );
    router.post(
      "/waiting",
      answering(async ({ accountability = null, body }) => {
        const { pack_id: pack } = readBody(RulesWaitingRequest, body);
        return { posts: await findWaiting(database, ownerFor(accountability), pack) };
      }),
    );
  },
};

/** Whose rules and posts the caller may ask about; null for everybody's. */
function ownerFor(accountability: Accountability | null): string | null {
  const caller = callerOf(accountability);
  if (caller === "person" || caller === "program" || caller === "admin") {
    return ownerSeenBy(accountability);
  }
  throw refusal("FORBIDDEN", "Sign in to check your rules. Nothing was changed.");
}

import { z } from "zod";
import { answering } from "../answering.ts";
import { callerOf } from "../caller.ts";
import type { Endpoint, GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { runAction } from "./run-action.ts";

const Call = z.strictObject({ params: z.record(z.string(), z.unknown()).default({}) });

/** `POST /actions/<slug>` with `{ params }`: runs an action flow under the caller's own rights. */
export const actions: Endpoint = {
  id: "actions",
  handler: (router, context) => {
    router.post(
      "/:slug",
      answering(async (request) => {
        const { accountability } = request;
        const caller = callerOf(accountability);
        if (!accountability?.user || (caller !== "person" && caller !== "program")) {
          throw refusal("FORBIDDEN", "Actions run in the name of a creator. Sign in as one.");
        }
        const call = Call.safeParse(request.body ?? {});
        if (!call.success) {
          throw refusal("INVALID_PAYLOAD", 'Send the input of the action as {"params": {…}}.');
        }
        return runAction(context, {
          accountability: { ...accountability, user: accountability.user },
          slug: slugOf(request),
          params: call.data.params,
        });
      }),
    );
  },
};

const slugOf = ({ params }: GateRequest) => String(params["slug"]).slice(0, 64);

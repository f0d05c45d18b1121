import { ActionRequest, ConfirmationRequest } from "@genie/schema";
import { answering, readBody } from "../answering.ts";
import { asksHerself } from "../caller.ts";
import type { Endpoint, GateRequest } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { act } from "./act.ts";
import { confirm, decline } from "./confirmations/answer-confirmation.ts";
import { listStartable } from "./list-startable.ts";
import { requireActor } from "./require-actor.ts";
import { requireModestParams } from "./require-modest-params.ts";
import { streaming, type Watch } from "./streaming.ts";

/**
 * `GET /actions` names what can be started. `POST /actions/<slug>` runs an action flow and `POST /actions/tools/<tool>` one writing step, under the
 * caller's own rights; `POST /actions/confirmations/<id>` is a person's answer to what waits for it. The
 * shapes are in `packages/schema/src/actions.ts`.
 */
export const actions: Endpoint = {
  id: "actions",
  handler: (router, context) => {
    const prepare = (slug: string, request: GateRequest) => {
      const actor = requireActor(request.accountability);
      const {
        params,
        source,
        after_foreign_text: afterForeignText,
      } = readBody(ActionRequest, request.body);
      requireModestParams(params);
      const asked = { actor, slug, params, source, afterForeignText };
      return { run: (watch: Watch) => act(context, asked, watch) };
    };

    router.get(
      "/",
      answering(({ accountability = null }) => listStartable(context, accountability)),
    );
    router.post(
      "/confirmations/:id",
      streaming(async (request) => {
        const person = request.accountability;
        if (!asksHerself(person)) {
          throw refusal(
            "FORBIDDEN",
            "Only a person who is signed in herself can answer; a program can't. Nothing was done.",
          );
        }
        const { answer } = readBody(ConfirmationRequest, request.body);
        const id = named(request, "id");
        if (answer === "decline") return { data: await decline(context, person, id) };
        return { run: (watch) => confirm(context, person, id, watch) };
      }),
    );
    router.post(
      "/tools/:tool",
      streaming(async (request) => prepare(`tools/${named(request, "tool")}`, request)),
    );
    router.post(
      "/:slug",
      streaming(async (request) => prepare(named(request, "slug"), request)),
    );
  },
};

const named = ({ params }: GateRequest, name: string) => String(params[name]);

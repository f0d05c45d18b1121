import { InviteRequest } from "@genie/accounts";
import type { RequestHandler } from "express";
import { z } from "zod";
import { invite } from "../account/invite.ts";
import { requireAdministrator } from "../account/require-administrator.ts";
import { requireInvitable } from "../account/require-invitable.ts";
import { readBody } from "../answering.ts";
import type { GateRequest, Hook } from "../directus.ts";

/** As the panel asks; the address that its links are to lead to is ours to say. */
const PanelRequest = z.object({
  email: z.union([
    InviteRequest.shape.email.transform((email) => [email]),
    z.array(InviteRequest.shape.email).min(1).max(20),
  ]),
  role: z.uuid(),
});

/** The panel's button to invite people sends the same letters as we do, with links to pages of ours. */
export const inviteUsers: Hook = ({ init }, context) => {
  init("routes.before", ({ app }) => {
    const handler = (async (request, response, next) => {
      try {
        const asked = request as unknown as GateRequest;
        requireAdministrator(asked);
        const { email: emails, role: roleId } = readBody(PanelRequest, request.body);
        await requireInvitable(context, emails);
        const isOperator = false;
        for (const email of emails) await invite(context, { email, roleId, isOperator });
        response.status(204).end();
      } catch (error) {
        next(error);
      }
    }) satisfies RequestHandler;
    app.post("/users/invite", handler);
  });
};

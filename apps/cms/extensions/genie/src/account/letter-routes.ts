import {
  AcceptRequest,
  ConfirmRequest,
  EmailRequest,
  ForgotRequest,
  InviteRequest,
  LinkRequest,
  RegisterRequest,
  ResetRequest,
} from "@genie/accounts";
import { roles } from "@genie/schema";
import type { Router } from "express";
import { answering, readBody } from "../answering.ts";
import type { Context, GateRequest } from "../directus.ts";
import { mailState } from "../mail/mail-state.ts";
import { isOperator, requireOperator } from "../operator-only.ts";
import { accept } from "./accept.ts";
import { askForEmail } from "./change-email.ts";
import { confirm } from "./confirm.ts";
import { forgot } from "./forgot.ts";
import { invite } from "./invite.ts";
import { findLink } from "./links.ts";
import { personOf, requirePassword } from "./person.ts";
import { register } from "./register.ts";
import { requireAdministrator } from "./require-administrator.ts";
import { reset } from "./reset.ts";

/** What goes by a letter, below `/account`; each file beside this one says what its route promises. */
export function addLetterRoutes(router: Router, context: Context): void {
  const post = (path: string, work: (request: GateRequest) => Promise<unknown>) =>
    router.post(path, answering(work));

  // Of people who are signed in.
  post("/email", async ({ accountability, body }) => {
    const { user } = personOf(accountability);
    const { email, password } = readBody(EmailRequest, body);
    await requirePassword(context, user, password);
    return askForEmail(context, user, email);
  });

  // Of who has a letter, or wants one.
  post("/forgot", async ({ body }) => forgot(context, readBody(ForgotRequest, body).email));
  post("/reset", async ({ accountability, body }) =>
    reset(context, readBody(ResetRequest, body), accountability?.ip ?? null),
  );
  post("/accept", async ({ body }) => accept(context, readBody(AcceptRequest, body)));
  post("/confirm", async ({ accountability = null, body }) =>
    confirm(context, readBody(ConfirmRequest, body), accountability),
  );
  // What a link is for, so that its page can say at once that it is over.
  post("/look", async ({ body }) => {
    const { token } = readBody(LinkRequest, body);
    const { purpose, email } = await findLink(context.database, token, [
      "email",
      "invitation",
      "registration",
      "reset",
    ]);
    return { purpose, email };
  });

  // Of the operator and of administrators.
  post("/register", async (request) => {
    requireOperator(request);
    return register(context, readBody(RegisterRequest, request.body));
  });
  post("/invite", async (request) => {
    requireAdministrator(request);
    const { email, role } = readBody(InviteRequest, request.body);
    return invite(context, {
      email,
      roleId: roles[role].id,
      isOperator: isOperator(request.accountability),
    });
  });
  router.get(
    "/mail",
    answering(async (request) => {
      requireOperator(request);
      return mailState(context);
    }),
  );
}

import { EndSession, NewRecoveryCodes, RecoveredTwoFactorOff, Recovery } from "@genie/schema";
import { z } from "zod";
import { answering, readBody } from "../answering.ts";
import type { Endpoint } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { endOtherSessions, endOwnSession, endPlainTokens } from "./end-sessions.ts";
import { readUser } from "./find-user.ts";
import { addLetterRoutes } from "./letter-routes.ts";
import { listOwnSessions } from "./list-own-sessions.ts";
import { personOf, requirePassword } from "./person.ts";
import { recover } from "./recover.ts";
import {
  countRecoveryCodes,
  findRecoveryCode,
  makeRecoveryCodes,
  useUpRecoveryCode,
  wrongRecoveryCode,
} from "./recovery-codes.ts";
import { requireAdministrator } from "./require-administrator.ts";
import { requireStrength } from "./require-strength.ts";
import { setSessionCookie } from "./set-session-cookie.ts";

const Change = z.strictObject({ current: z.string().max(512), password: z.string().max(512) });

const TwoFactorOff = z.strictObject({ user: z.uuid() });

/**
 * What a person does to her own account, signed in herself.
 *
 * - `POST /account/password` with the current and the new password. Directus itself would let anybody who
 *   has the session set a new one; what it must be says `strong-passwords`.
 * - `GET /account/sessions` lists where she is signed in, `POST /account/sessions/end` ends one of them and
 *   `POST /account/sessions/end-others` all but the one that asks.
 * - `GET /account/recovery-codes` says how many codes are left, `POST` makes new ones, with her password.
 * - `POST /account/recover` signs in with one of them in place of a one-time code, and
 *   `POST /account/own-two-factor-off` turns two-factor off with one.
 * - `POST /account/two-factor-off` lets an administrator help a person who lost her app.
 */
export const account: Endpoint = {
  id: "account",
  handler: (router, context) => {
    const { database } = context;
    addLetterRoutes(router, context);

    router.post(
      "/password",
      answering(async ({ accountability, body }) => {
        const person = personOf(accountability);
        const change = Change.safeParse(body);
        if (!change.success) {
          throw refusal("INVALID_PAYLOAD", "Send the current password and the new one.");
        }
        await requirePassword(context, person.user, change.data.current);
        const { email, first_name: name } = await readUser(database, person.user);
        await requireStrength(change.data.password, { email, displayName: name ?? "" });
        // The caller's session stays while all her others end.
        await endOtherSessions(database, person);
        const users = new context.services.UsersService({
          schema: await context.getSchema(),
          accountability: { ...person, admin: true },
        });
        await users.updateOne(person.user, { password: change.data.password });
        await endPlainTokens(database, person.user);
        return {};
      }),
    );

    router.get(
      "/sessions",
      answering(({ accountability }) => listOwnSessions(context, personOf(accountability))),
    );

    router.post(
      "/sessions/end",
      answering(async ({ accountability, body }) => {
        const person = personOf(accountability);
        await endOwnSession(database, person, readBody(EndSession, body).id);
        return {};
      }),
    );

    router.post(
      "/sessions/end-others",
      answering(async ({ accountability }) => {
        await endOtherSessions(database, personOf(accountability));
        return {};
      }),
    );

    router.get(
      "/recovery-codes",
      answering(async ({ accountability }) => {
        const { user } = personOf(accountability);
        return { left: await countRecoveryCodes(database, user) };
      }),
    );

    router.post(
      "/recovery-codes",
      answering(async ({ accountability, body }) => {
        const { user } = personOf(accountability);
        await requirePassword(context, user, readBody(NewRecoveryCodes, body).password);
        return { codes: await makeRecoveryCodes(database, user) };
      }),
    );

    router.post(
      "/recover",
      answering(async ({ accountability = null, body }, response) => {
        const session = await recover(context, accountability, readBody(Recovery, body));
        await setSessionCookie(context, response, session);
        return {};
      }),
    );

    router.post(
      "/own-two-factor-off",
      answering(async ({ accountability, body }) => {
        const { user } = personOf(accountability);
        const { password, recovery_code: typed } = readBody(RecoveredTwoFactorOff, body);
        await requirePassword(context, user, password);
        const code = await findRecoveryCode(database, user, typed);
        if (code === null || !(await useUpRecoveryCode(database, code))) throw wrongRecoveryCode();
        const { services, getSchema } = context;
        const twoFactor = new services.TFAService({
          schema: await getSchema(),
          accountability: null,
        });
        await twoFactor.disableTFA(user);
        return {};
      }),
    );

    router.post(
      "/two-factor-off",
      answering(async (request) => {
        requireAdministrator(request);
        const { accountability = null, body } = request;
        const wanted = TwoFactorOff.safeParse(body);
        if (!wanted.success) throw refusal("INVALID_PAYLOAD", "Send the id of the user.");
        const { services, getSchema } = context;
        const twoFactor = new services.TFAService({ schema: await getSchema(), accountability });
        await twoFactor.disableTFA(wanted.data.user);
        return {};
      }),
    );
  },
};

import { z } from "zod";
import { answering } from "../answering.ts";
import { asksHerself, callerOf, isProgram } from "../caller.ts";
import type { Accountability, Context, Endpoint } from "../directus.ts";
import { refusal } from "../refusals.ts";

const Change = z.strictObject({ current: z.string().max(512), password: z.string().max(512) });

const TwoFactorOff = z.strictObject({ user: z.uuid() });

/**
 * `POST /account/two-factor-off` lets an administrator help a person who lost her app.
 * `POST /account/password` with the current and the new password. Directus itself would let anybody
 * who has the session set a new one; it is the policy of the settings that says how long it must be.
 */
export const account: Endpoint = {
  id: "account",
  handler: (router, context) => {
    router.post(
      "/password",
      answering(async ({ accountability, body }) => {
        const person = personOf(accountability);
        const change = Change.safeParse(body);
        if (!change.success) {
          throw refusal("INVALID_PAYLOAD", "Send the current password and the new one.");
        }
        await requirePassword(context, person.user, change.data.current);
        // With the caller's session, which stays while all her others end.
        const users = new context.services.UsersService({
          schema: await context.getSchema(),
          accountability: { ...person, admin: true },
        });
        await users.updateOne(person.user, { password: change.data.password });
        return {};
      }),
    );

    router.post(
      "/two-factor-off",
      answering(async ({ accountability = null, body }) => {
        if (callerOf(accountability) !== "admin" || isProgram(accountability)) {
          throw refusal("FORBIDDEN", "Only an administrator may do this.");
        }
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

function personOf(accountability: Accountability | undefined): Accountability & { user: string } {
  if (asksHerself(accountability)) return accountability;
  throw refusal("FORBIDDEN", "Only a person who is signed in can change her password.");
}

async function requirePassword(
  { services, getSchema }: Context,
  user: string,
  password: string,
): Promise<void> {
  const authentication = new services.AuthenticationService({
    schema: await getSchema(),
    accountability: null,
  });
  await authentication.verifyPassword(user, password).catch((cause: unknown) => {
    throw Object.assign(
      refusal("WRONG_PASSWORD", "The current password is not right. Nothing was changed."),
      { cause },
    );
  });
}

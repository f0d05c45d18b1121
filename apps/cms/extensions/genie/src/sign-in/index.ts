import type { Hook, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * Who has not confirmed her address yet is told so, if she knows the password: to all others it is an account
 * like those that are not there.
 */
export const signIn: Hook = ({ filter }, { database, services, getSchema }) => {
  filter<Payload>("auth.login", async (payload, meta) => {
    const { user } = meta as unknown as { user?: string };
    const { password } = payload;
    if (user === undefined || typeof password !== "string") return payload;
    const waiting = await database("directus_users")
      .where({ id: user, status: "unverified" })
      .first<{ id: string } | undefined>("id");
    if (waiting === undefined) return payload;
    const authentication = new services.AuthenticationService({
      schema: await getSchema(),
      accountability: null,
    });
    const isHers = await authentication.verifyPassword(user, password).then(
      () => true,
      () => false,
    );
    if (!isHers) return payload;
    throw refusal(
      "EMAIL_UNCONFIRMED",
      "Your e-mail address is not confirmed yet. Open the link in the letter that was sent to it.",
    );
  });
};

import { asksHerself } from "../caller.ts";
import type { Accountability, Context } from "../directus.ts";
import { refusal } from "../refusals.ts";

export type Person = Accountability & { user: string };

/** The person who is signed in and asks herself. Throws FORBIDDEN for programs, services and strangers. */
export function personOf(accountability: Accountability | undefined): Person {
  if (asksHerself(accountability)) return accountability;
  throw refusal(
    "FORBIDDEN",
    "Only a person who is signed in can do this for her own account. Nothing was changed.",
  );
}

/** Throws WRONG_PASSWORD unless it is hers. */
export async function requirePassword(
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

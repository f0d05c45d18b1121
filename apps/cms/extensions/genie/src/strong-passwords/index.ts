import { requireStrength } from "../account/require-strength.ts";
import type { Hook, Payload } from "../directus.ts";

type Owner = { email: string | null; first_name: string | null };

/** Whichever way a password is set, it is one that others can't guess. */
export const strongPasswords: Hook = ({ filter }) => {
  filter<Payload>("users.create", async (payload) => {
    await check(payload, [
      { email: text(payload["email"]), first_name: text(payload["first_name"]) },
    ]);
    return payload;
  });

  filter<Payload>("users.update", async (payload, { keys = [] }, { database }) => {
    if (typeof payload["password"] !== "string") return payload;
    const owners = await database("directus_users")
      .whereIn("id", keys)
      .select<Owner[]>("email", "first_name");
    await check(payload, owners);
    return payload;
  });
};

async function check({ password }: Payload, owners: readonly Owner[]): Promise<void> {
  if (typeof password !== "string") return;
  for (const { email, first_name: displayName } of owners) {
    await requireStrength(password, { email: email ?? "", displayName: displayName ?? "" });
  }
}

const text = (value: unknown) => (typeof value === "string" ? value : null);

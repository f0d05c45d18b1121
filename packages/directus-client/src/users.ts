import { createUser, readUser } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";
import { isConflict } from "./translate-error.ts";

/** Makes an active user with a role; "exists" when the e-mail address is taken. */
export async function createActiveUser(
  client: DirectusClient,
  user: { email: string; password: string; firstName?: string; roleId: string },
): Promise<"created" | "exists"> {
  try {
    await client.send(
      createUser(
        {
          email: user.email,
          password: user.password,
          role: user.roleId,
          status: "active",
          ...(user.firstName !== undefined && { first_name: user.firstName }),
        },
        { fields: ["id"] },
      ),
    );
    return "created";
  } catch (error) {
    if (isConflict(error)) return "exists";
    throw error;
  }
}

/** What a persona starts from. Throws `forbidden` or `not_found` when there is no such user. */
export async function readUserName(
  client: DirectusClient,
  id: string,
): Promise<{ firstName: string | null; email: string }> {
  const user = await client.send(readUser(id, { fields: ["first_name", "email"] }));
  return { firstName: user.first_name, email: user.email ?? "" };
}

import type { AcceptRequest } from "@genie/accounts";
import type { z } from "zod";
import type { Context } from "../directus.ts";
import { findLink, useUp } from "./links.ts";
import { requireStrength } from "./require-strength.ts";
import { usersService } from "./users-service.ts";

/** Opens the account of somebody who was invited, with her password. */
export async function accept(
  context: Context,
  { token, password, displayName = "" }: z.output<typeof AcceptRequest>,
): Promise<object> {
  const { database } = context;
  const link = await findLink(database, token, ["invitation"]);
  const { email } = link;
  await requireStrength(password, { email, displayName });
  await useUp(database, link);
  const users = await usersService(context);
  await users.updateOne(link.user_id, {
    password,
    status: "active",
    ...(displayName !== "" && { first_name: displayName }),
  });
  return { email };
}

import type { Context } from "../directus.ts";
import { forgetWrongLogIns } from "./counted-log-ins.ts";
import { endPlainTokens, endSessions } from "./end-sessions.ts";
import { readUser } from "./find-user.ts";
import { findLink, useUp } from "./links.ts";
import { requireStrength } from "./require-strength.ts";
import { usersService } from "./users-service.ts";

/**
 * Sets a new password for who has the letter; every session of hers ends. An address that was never confirmed
 * is by that.
 */
export async function reset(
  context: Context,
  { token, password }: { token: string; password: string },
  ip: string | null,
): Promise<object> {
  const { database } = context;
  const link = await findLink(database, token, ["reset"]);
  const { id, email, first_name: name, status } = await readUser(database, link.user_id);
  await requireStrength(password, { email, displayName: name ?? "" });
  await useUp(database, link);
  await endSessions(database, id, undefined);
  const users = await usersService(context);
  await users.updateOne(id, { password });
  await endPlainTokens(database, id);
  if (status !== "active") await users.updateOne(id, { status: "active" });
  // She is who has the mailbox: the wrong ones that were tried before are not to keep her from the right one.
  await forgetWrongLogIns(context, { email, ip });
  return { email };
}

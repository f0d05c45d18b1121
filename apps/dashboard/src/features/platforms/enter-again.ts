import type { Platform } from "@genie/platforms";
import type { Messages } from "#messages/messages.ts";

/** What the button says by which the stored log-in is replaced; undefined where none is stored. */
export function enterAgain(
  { connectBy, credentialFields }: Pick<Platform, "connectBy" | "credentialFields">,
  { again }: Messages["platforms"],
): string | undefined {
  if (connectBy.includes("password")) return again.open;
  if (!connectBy.includes("token")) return undefined;
  const secret = credentialFields.find(({ kind }) => kind === "password");
  return secret && again.openToken(secret.label);
}

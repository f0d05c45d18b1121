import { changePassword, type DirectusClient, readViewer } from "@genie/directus-client";
import { z } from "zod";
import type { ErrorBody } from "#features/http/json-error.ts";
import { checkPassword } from "#features/registration/check-password.ts";
import type { Messages } from "#messages/messages.ts";

const Change = z.strictObject({ current: z.string().max(512), password: z.string().max(512) });

/**
 * Sets a new password that is strong enough, for somebody who knows the current one. Returns the
 * refusal, or nothing when it is changed.
 */
export async function changeOwnPassword(
  caller: DirectusClient,
  body: unknown,
  messages: Messages,
): Promise<ErrorBody["error"] | undefined> {
  const { requests, security } = messages;
  const parsed = Change.safeParse(body);
  if (!parsed.success) return { code: "invalid_input", message: requests.unexpectedFields };
  const { current, password } = parsed.data;

  const viewer = await readViewer(caller);
  const weakness = checkPassword(
    password,
    { email: viewer.email, displayName: viewer.firstName ?? "" },
    messages,
  );
  if (weakness !== undefined) {
    return { code: "invalid_input", message: weakness, field: "password" };
  }
  if ((await changePassword(caller, { current, password })) === "wrong_password") {
    return { code: "invalid_input", message: security.wrongPassword, field: "current" };
  }
  return undefined;
}

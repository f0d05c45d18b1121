import {
  changePassword,
  type DirectusClient,
  isPasswordOf,
  readViewer,
} from "@genie/directus-client";
import { z } from "zod";
import type { ErrorBody } from "#features/http/json-error.ts";
import { checkPassword } from "#features/registration/check-password.ts";
import type { Messages } from "#messages/messages.ts";

const Change = z.strictObject({ current: z.string().max(512), password: z.string().max(512) });

/**
 * Sets a new password for somebody who knows the current one. Directus asks neither for the current
 * password nor for a strong one. Returns the refusal, or nothing when it is changed.
 */
export async function changeOwnPassword(
  { caller, stranger }: { caller: DirectusClient; stranger: DirectusClient },
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
  if (!(await isPasswordOf(stranger, { email: viewer.email, password: current }))) {
    return { code: "invalid_input", message: security.wrongPassword, field: "current" };
  }
  await changePassword(caller, password);
  return undefined;
}

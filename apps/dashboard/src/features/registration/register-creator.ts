import { createActiveUser, type DirectusClient } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { roles } from "@genie/schema";
import type { ErrorBody } from "#features/http/json-error.ts";
import type { Messages } from "#messages/messages.ts";
import { checkPassword } from "./check-password.ts";
import { registrationSchema } from "./registration.ts";

type Refusal = ErrorBody["error"];

/** Makes a user with the role Creator, or says which field is wrong and what would be right. */
export async function registerCreator(
  directus: DirectusClient,
  body: unknown,
  messages: Messages,
): Promise<{ email: string } | { refused: Refusal }> {
  const parsed = registrationSchema(messages).safeParse(body);
  if (!parsed.success) return { refused: firstProblem(parsed.error.issues, messages) };
  const { email, password, displayName } = parsed.data;

  const weakness = checkPassword(password, { email, displayName }, messages);
  if (weakness !== undefined) {
    return { refused: { code: "invalid_input", message: weakness, field: "password" } };
  }
  const result = await createUser(directus, { email, password, displayName }, messages);
  return result === "created"
    ? { email }
    : {
        refused: {
          code: "conflict",
          message: messages.registration.emailTaken,
          field: "email",
        },
      };
}

async function createUser(
  directus: DirectusClient,
  user: { email: string; password: string; displayName: string },
  { registration }: Pick<Messages, "registration">,
): Promise<"created" | "exists"> {
  try {
    return await createActiveUser(directus, {
      email: user.email,
      password: user.password,
      roleId: roles.creator.id,
      ...(user.displayName !== "" && { firstName: user.displayName }),
    });
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "upstream_unavailable") {
      throw new AppError("upstream_unavailable", registration.unavailable, { cause });
    }
    throw new AppError("internal", registration.unavailable, { cause });
  }
}

function firstProblem(
  issues: { path: PropertyKey[]; message: string }[],
  { requests }: Pick<Messages, "requests">,
): Refusal {
  const field = issues[0]?.path[0];
  return issues[0] !== undefined && typeof field === "string"
    ? { code: "invalid_input", message: issues[0].message, field }
    : { code: "invalid_input", message: requests.unexpectedFields };
}

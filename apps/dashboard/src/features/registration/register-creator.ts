import { type DirectusClient, registerCreator as register } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { ErrorBody } from "#features/http/json-error.ts";
import type { Messages } from "#messages/messages.ts";
import { type Registration, registrationSchema } from "./registration.ts";

type Refusal = ErrorBody["error"];

/**
 * Makes a creator's account, or says which field is wrong and what would be right. `confirm`: a letter is on its
 * way to the address.
 */
export async function registerCreator(
  directus: DirectusClient,
  body: unknown,
  messages: Messages,
): Promise<{ email: string; state: "active" | "confirm" } | { refused: Refusal }> {
  const parsed = registrationSchema(messages).safeParse(body);
  if (!parsed.success) return { refused: firstProblem(parsed.error.issues, messages) };
  const { email } = parsed.data;
  const result = await ask(directus, parsed.data, messages);
  if (result.kind === "weak") {
    return { refused: { code: "invalid_input", message: result.sentence, field: "password" } };
  }
  return result.kind === "taken"
    ? { refused: { code: "conflict", message: result.sentence, field: "email" } }
    : { email, state: result.kind };
}

async function ask(
  directus: DirectusClient,
  { email, password, displayName }: Registration,
  { registration }: Pick<Messages, "registration">,
) {
  try {
    const name = displayName === "" ? {} : { displayName };
    return await register(directus, { email, password, ...name });
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "rate_limited") throw cause;
    const code =
      cause instanceof AppError && cause.code === "upstream_unavailable"
        ? "upstream_unavailable"
        : "internal";
    throw new AppError(code, registration.unavailable, { cause });
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

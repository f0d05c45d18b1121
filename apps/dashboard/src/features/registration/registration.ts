import { z } from "zod";
import type { Messages } from "#messages/messages.ts";
import { normaliseEmail, passwordLength, passwordTooShort } from "@genie/accounts";

/** What the form checks before it asks the server, and the server checks again. */
export function registrationSchema({ registration }: Pick<Messages, "registration">) {
  return z.strictObject({
    email: z
      .string(registration.emailInvalid)
      .max(320, registration.emailInvalid)
      .transform((text, context) => {
        const email = normaliseEmail(text);
        if (email !== undefined) return email;
        context.addIssue({ code: "custom", message: registration.emailInvalid });
        return z.NEVER;
      }),
    password: z.string(passwordTooShort).min(passwordLength.min, passwordTooShort).max(512),
    displayName: z.string().trim().max(50, registration.nameTooLong).default(""),
  });
}

export type RegistrationInput = z.input<ReturnType<typeof registrationSchema>>;
export type Registration = z.output<ReturnType<typeof registrationSchema>>;

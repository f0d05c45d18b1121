import { env } from "#env";

/** Whether this installation sends letters. */
export const sendsMail = (): boolean => env().EMAIL_SMTP_HOST !== undefined;

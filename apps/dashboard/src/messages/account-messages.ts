import { account } from "./en/account.ts";

export const accountMessages = { en: { account } };

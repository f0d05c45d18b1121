import type { Services } from "../services.ts";
import type { Account } from "./account-store.ts";
import type { Step } from "./challenge-store.ts";

/** What else a log-in asks for; a fault that asks for something is used up by this. */
export function stepsAfterPassword({ faults }: Services, account: Account): Step[] {
  const occasion = { username: account.username };
  const steps: Step[] = faults.take("captcha", occasion) ? ["captcha"] : [];
  const needsCode = faults.take("require_code", occasion) !== undefined;
  return account.totp_secret !== null || needsCode ? [...steps, "code"] : steps;
}

import type { Response } from "express";
import { countLogIn, type LogInEnd } from "../account/counted-log-ins.ts";
import type { Context, GateRequest, Handler } from "../directus.ts";
import { tooManyLogIns } from "../refusals.ts";

/** Longer than an address can be; nothing of that size is kept for one that nobody has. */
const longestEmail = 320;

/**
 * Counts wrong log-ins by account, in front of Directus' own and of the one by recovery code. Directus itself would
 * suspend the account, which is what whoever knows an address could do to its owner.
 */
export function countLogIns(context: Context): Handler {
  return async (request, response, next) => {
    const logIn = logInOf(request);
    if (logIn === null) return next();
    try {
      const counted = await countLogIn(context, logIn);
      if ("waitMs" in counted) {
        const { waitMs } = counted;
        response.setHeader("Retry-After", String(Math.max(1, Math.ceil(waitMs / 1000))));
        return next(tooManyLogIns(waitMs));
      }
      beforeAnswering(response, (answer) => counted.settle(endOf(answer, logIn.hasCode)));
      return next();
    } catch (error) {
      return next(error);
    }
  };
}

function logInOf({ accountability, body }: GateRequest) {
  const typed = (body ?? {}) as Record<string, unknown>;
  const { email, otp, recovery_code: recoveryCode } = typed;
  if (typeof email !== "string" || email.length > longestEmail) return null;
  return {
    email,
    ip: accountability?.ip ?? null,
    hasCode: Boolean(otp) || Boolean(recoveryCode),
  };
}

type Answered = { errors?: { extensions?: { code?: unknown } }[] };

/** Without a code INVALID_OTP says that the password is right and a code wanted. */
function endOf({ errors }: Answered, hasCode: boolean): LogInEnd {
  const code = errors?.[0]?.extensions?.code;
  if (code === "INVALID_CREDENTIALS") return "wrong_password";
  return code === "INVALID_OTP" && hasCode ? "wrong_code" : "not_wrong";
}

/** The answer waits for `work`, so that who asks again finds it done. */
function beforeAnswering(response: Response, work: (answer: Answered) => Promise<void>): void {
  const send = response.json.bind(response);
  response.json = (answer: Answered) => {
    const go = () => void send(answer);
    work(answer).then(go, go);
    return response;
  };
}

import { AppError } from "@genie/errors";
import type { CaptureAnswer, CaptureRequest } from "@genie/pairing";
import { readSession } from "./read-session.ts";
import type { serverCalls } from "./server-calls.ts";

type Platform = { id: string; name?: string; hosts: string[]; cookies: string[] };

/**
 * Reads the session of a platform and hands it over. Who calls it has her consent. Throws `invalid_input`
 * when there is none, before anything is sent, and what the server says.
 */
export async function handOver(
  calls: Pick<ReturnType<typeof serverCalls>, "capture">,
  platform: Platform,
  account: CaptureRequest["account"],
  { readNow }: { readNow: boolean },
): Promise<CaptureAnswer> {
  const cookies = await readSession(platform);
  if (cookies.length === 0) {
    throw new AppError(
      "invalid_input",
      `This browser is not signed in to ${platform.name ?? platform.id}. Sign in there and come back; nothing was sent.`,
    );
  }
  return calls.capture({
    platform: platform.id,
    account,
    cookies,
    user_agent: navigator.userAgent.slice(0, 512),
    read_now: readNow,
  });
}

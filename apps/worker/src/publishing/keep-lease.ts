import { claimLeaseMs } from "@genie/schema";

/** A claim that is kept alive while we prepare. */
export type Lease = {
  /** Aborted when the claim is somebody else's, or was revoked. */
  lost: AbortSignal;
  /** Renews it at once when more than half of it has passed since it was last known to be ours. */
  ensureFresh: () => Promise<void>;
  /** Stops renewing. */
  stop: () => void;
};

const renewEveryMs = 20_000;

/**
 * Renews a claim every 20 s. Whether it is fresh is told by the monotonic clock, which no change of
 * the time and no pause of the process deceives. A renewal without an answer is tried again.
 */
export function keepLease(
  renew: () => Promise<"lost" | "renewed">,
  { now = () => performance.now(), everyMs = renewEveryMs } = {},
): Lease {
  const lost = new AbortController();
  let knownAt = now();
  const timer = setInterval(() => void renewNow().catch(() => {}), everyMs);
  timer.unref();

  async function renewNow(): Promise<void> {
    const askedAt = now();
    if ((await renew()) === "renewed") {
      knownAt = askedAt;
      return;
    }
    clearInterval(timer);
    lost.abort();
  }

  return {
    lost: lost.signal,
    ensureFresh: async () => {
      if (now() - knownAt > claimLeaseMs / 2) await renewNow();
    },
    stop: () => clearInterval(timer),
  };
}

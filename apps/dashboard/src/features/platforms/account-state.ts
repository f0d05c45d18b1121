import type { Job, Profile } from "@genie/directus-client";

/** An account with what is known and going on about it. */
export type Account = {
  profile: Profile;
  /** The scrape that waits or runs. */
  job: Pick<Job, "progress" | "status"> | null;
};

export type AccountState =
  | { kind: "queued" }
  | { kind: "reading"; percent: number }
  | { kind: "login_wanted"; reason: string | null }
  | { kind: "failed"; reason: string | null }
  | { kind: "not_read" }
  | { kind: "signed_in"; until: Date | null }
  /** This server does not offer the platform (any more). */
  | { kind: "unavailable" };

/** What to say about an account: what goes on first, then what is wrong, then that all is well. */
export function accountState(
  { profile, job }: Account,
  platformIsAvailable: boolean,
  /** When its session probably ends. */
  until: Date | null,
): AccountState {
  if (!platformIsAvailable) return { kind: "unavailable" };
  if (job?.status === "active") return { kind: "reading", percent: job.progress };
  if (job !== null) return { kind: "queued" };
  const { connection, scraping, problem, lastScrapedAt } = profile;
  if (connection === "expired") return { kind: "login_wanted", reason: problem };
  if (connection === "needs_login" && (problem !== null || lastScrapedAt !== null)) {
    return { kind: "login_wanted", reason: problem };
  }
  if (connection === "error" || scraping === "error") return { kind: "failed", reason: problem };
  if (lastScrapedAt === null) return { kind: "not_read" };
  return { kind: "signed_in", until };
}

/** The one thing that the state calls for. */
export function actionOf({ kind }: AccountState): "log_in" | "scrape" | null {
  if (kind === "login_wanted") return "log_in";
  return kind === "queued" || kind === "reading" || kind === "unavailable" ? null : "scrape";
}

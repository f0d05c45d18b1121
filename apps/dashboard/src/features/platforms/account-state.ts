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
  /** The platform wants her, and what was to be done waits for that. */
  | { kind: "asked"; reason: string | null }
  | { kind: "login_wanted"; reason: string | null }
  | { kind: "failed"; reason: string | null }
  | { kind: "not_read" }
  | { kind: "signed_in"; until: Date | null }
  /** This server does not offer the platform (any more). */
  | { kind: "unavailable" };

type Known = {
  /** Whether this server offers its platform. */
  isAvailable: boolean;
  /** When its session probably ends. */
  until: Date | null;
  /** The log-in that she is asked for. */
  asked: { notes: string | null } | null;
};

/** What to say about an account: what goes on first, then what is wrong, then that all is well. */
export function accountState({ profile, job }: Account, known: Known): AccountState {
  if (!known.isAvailable) return { kind: "unavailable" };
  if (known.asked !== null) return { kind: "asked", reason: known.asked.notes };
  if (job?.status === "active") return { kind: "reading", percent: job.progress };
  if (job !== null) return { kind: "queued" };
  const { connection, scraping, problem, lastScrapedAt } = profile;
  if (connection === "expired") return { kind: "login_wanted", reason: problem };
  if (connection === "needs_login" && (problem !== null || lastScrapedAt !== null)) {
    return { kind: "login_wanted", reason: problem };
  }
  if (connection === "error" || scraping === "error") return { kind: "failed", reason: problem };
  if (lastScrapedAt === null) return { kind: "not_read" };
  return { kind: "signed_in", until: known.until };
}

/** The one thing that the state calls for. */
export function actionOf({ kind }: AccountState): "log_in" | "scrape" | "sign_in" | null {
  if (kind === "asked") return "sign_in";
  if (kind === "login_wanted") return "log_in";
  return kind === "queued" || kind === "reading" || kind === "unavailable" ? null : "scrape";
}

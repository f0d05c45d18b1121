import {
  type AskedLogIn,
  type DirectusClient,
  ensureScrapeJob,
  failAsked,
  type NewSession,
  readAsked,
  saveSession,
  setWaitingBrowser,
  type WorkerProfile,
} from "@genie/directus-client";

/** What is kept about log-ins that wait for a person. */
export type PeopleRecords = {
  read: (askedId: string) => Promise<AskedLogIn | null>;
  setBrowser: (askedId: string, browserSessionId: string | null) => Promise<void>;
  fail: (askedId: string, sentence: string) => Promise<void>;
  /** What waited for the log-in goes on by that. */
  saveSession: (profile: WorkerProfile, session: NewSession) => Promise<string>;
  startScrape: (profileId: string) => Promise<unknown>;
};

export function peopleRecords(client: DirectusClient): PeopleRecords {
  return {
    read: (askedId) => readAsked(client, askedId),
    setBrowser: (askedId, browserSessionId) => setWaitingBrowser(client, askedId, browserSessionId),
    fail: (askedId, sentence) => failAsked(client, askedId, sentence),
    saveSession: (profile, session) => saveSession(client, profile, session),
    startScrape: (profileId) => ensureScrapeJob(client, profileId),
  };
}

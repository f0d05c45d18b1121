import {
  askPerson,
  type DirectusClient,
  findAsked,
  markSession,
  type NewSession,
  type ProfileChange,
  type Question,
  readActiveSession,
  readWorkerProfile,
  saveSession,
  type StoredSession,
  updateProfileState,
  type WorkerProfile,
} from "@genie/directus-client";

/** What is kept about accounts and their sessions. */
export type AccountRecords = {
  readProfile: (id: string) => Promise<WorkerProfile | null>;
  updateProfile: (id: string, change: ProfileChange) => Promise<void>;
  readSession: (profileId: string) => Promise<StoredSession | null>;
  saveSession: (profile: WorkerProfile, session: NewSession) => Promise<string>;
  markSession: (id: string, what: "expired" | "used") => Promise<void>;
  /** Of the log-in that waits for the person; null when she is asked for none. */
  findAsked: (profileId: string) => Promise<string | null>;
  /** Answers the id of what she is asked. */
  askPerson: (profile: WorkerProfile, question: Question) => Promise<string>;
};

export function accountRecords(client: DirectusClient): AccountRecords {
  return {
    readProfile: (id) => readWorkerProfile(client, id),
    updateProfile: (id, change) => updateProfileState(client, id, change),
    readSession: (profileId) => readActiveSession(client, profileId),
    saveSession: (profile, session) => saveSession(client, profile, session),
    markSession: (id, what) => markSession(client, id, what),
    findAsked: (profileId) => findAsked(client, profileId),
    askPerson: (profile, question) => askPerson(client, profile, question),
  };
}

import {
  askPerson,
  type DirectusClient,
  markSession,
  type NewSession,
  type ProfileChange,
  readActiveSession,
  readWorkerProfile,
  savePasswordSession,
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
  askPerson: (
    profile: WorkerProfile,
    question: { reason: "challenge" | "two_factor"; notes: string },
  ) => Promise<void>;
};

export function accountRecords(client: DirectusClient): AccountRecords {
  return {
    readProfile: (id) => readWorkerProfile(client, id),
    updateProfile: (id, change) => updateProfileState(client, id, change),
    readSession: (profileId) => readActiveSession(client, profileId),
    saveSession: (profile, session) => savePasswordSession(client, profile, session),
    markSession: (id, what) => markSession(client, id, what),
    askPerson: (profile, question) => askPerson(client, profile, question),
  };
}

import type { BrowserClient } from "@genie/browser-client";
import type { WorkerProfile } from "@genie/directus-client";
import { messageForPeople } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import type { Adapter } from "@genie/platforms";
import { requireAdapter } from "@genie/platforms/adapters";
import type { PeopleRecords } from "../people/people-records.ts";
import type { WaitingRooms } from "../people/waiting-rooms.ts";

export type LiveLoginServices = {
  people: PeopleRecords;
  rooms: WaitingRooms;
  readProfile: (id: string) => Promise<WorkerProfile | null>;
  adapters: ReadonlyMap<string, Adapter>;
  startBrowser: BrowserClient["startSession"];
  /** Aborted when the worker is to stop: the browser outlives the job that opened it. */
  stopping: AbortSignal;
  log: Logger;
};

/** A person wants to sign in by hand: opens a browser at the log-in page and lets her in. */
export function liveLoginHandler(services: LiveLoginServices): Handlers["live-login"] {
  const { people, rooms, adapters, stopping, log } = services;
  return async ({ payload: { hitlSessionId: askedId } }) => {
    const asked = await people.read(askedId);
    if (asked?.status !== "pending" || (await rooms.isOpen(askedId))) return;
    try {
      const profile = await services.readProfile(asked.profileId);
      if (profile === null) return;
      const adapter = requireAdapter(adapters, profile.platform);
      const { hosts, logInHosts, logInUrl } = adapter.platform;
      const page = await services.startBrowser(
        { account: profile.id, allowed_hosts: [...hosts, ...logInHosts] },
        stopping,
      );
      // A page that does not come is hers to see and to load again.
      await page.navigate(logInUrl).catch((err: unknown) => {
        log.info({ err, askedId }, "the log-in page did not come at once");
      });
      await rooms.letIn({ askedId, profile, adapter, page });
    } catch (error) {
      await people.fail(askedId, messageForPeople(error));
      throw error;
    }
  };
}

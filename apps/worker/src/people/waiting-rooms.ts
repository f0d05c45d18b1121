import { setTimeout as wait } from "node:timers/promises";
import type { PageDriver } from "@genie/browser-client";
import type { WorkerProfile } from "@genie/directus-client";
import type { Logger } from "@genie/logger";
import type { Adapter } from "@genie/platforms";
import type { PeopleRecords } from "./people-records.ts";
import { takeSession } from "./take-session.ts";

/** A browser in which a person is to sign in to an account, and what she was asked. */
export type Visit = {
  askedId: string;
  profile: WorkerProfile;
  adapter: Adapter;
  page: PageDriver;
};

export type WaitingRooms = {
  /** Takes the browser over and answers when the person can enter. Closes it when nobody signs in. */
  letIn: (visit: Visit) => Promise<void>;
  /** Whether a browser waits for this log-in already; then it is announced again. */
  isOpen: (askedId: string) => Promise<boolean>;
  close: () => Promise<void>;
};

type Room = { visit: Visit; leave: AbortController; done: Promise<void> };

const lookAgainMs = 1_000;
/** A quarter of an hour. */
const mostLooks = 900;
/** Of these looks one asks whether she has called it off. */
const looksPerQuestion = 5;

const pauseBetweenLooks = (signal: AbortSignal) => wait(lookAgainMs, undefined, { signal });

/**
 * Browsers that wait for people. Each is looked at until somebody is signed in in it; then its session is
 * kept and what waited goes on. Half of the browsers at most wait, so that work finds one: the oldest
 * gives its place up.
 */
export function waitingRooms(services: {
  records: PeopleRecords;
  log: Logger;
  mostRooms?: number;
  /** Between one look and the next. */
  pause?: (signal: AbortSignal) => Promise<void>;
}): WaitingRooms {
  const { records, log, mostRooms = 3, pause = pauseBetweenLooks } = services;
  const rooms = new Map<string, Room>();

  async function stay(visit: Visit, left: AbortSignal): Promise<void> {
    const { askedId, adapter, page } = visit;
    for (let look = 1; look <= mostLooks; look += 1) {
      await pause(left);
      left.throwIfAborted();
      if (look % looksPerQuestion === 0 && (await records.read(askedId))?.status !== "pending")
        return;
      if ((await adapter.isSignedIn?.(page)) && (await takeSession(records, visit, left))) return;
    }
    const asked = await records.read(askedId);
    if (asked?.status !== "pending" || asked.reason !== "login") return;
    await records.fail(
      askedId,
      "Nobody signed in within a quarter of an hour. Nothing was changed.",
    );
  }

  async function host(visit: Visit, left: AbortSignal): Promise<void> {
    const { askedId, page } = visit;
    try {
      await stay(visit, left);
    } catch (err) {
      if (!left.aborted) log.warn({ err, askedId }, "a browser that waited for a person has gone");
    }
    rooms.delete(askedId);
    try {
      await records.setBrowser(askedId, null);
    } catch (err) {
      log.warn({ err, askedId }, "that a browser waits no longer could not be written down");
    }
    await page.close().catch((err: unknown) => log.warn({ err }, "browser session not closed"));
  }

  async function vacate(room: Room | undefined): Promise<void> {
    room?.leave.abort();
    await room?.done;
  }

  return {
    letIn: async (visit) => {
      await vacate(rooms.get(visit.askedId));
      if (rooms.size >= mostRooms) await vacate(rooms.values().next().value);
      const leave = new AbortController();
      await records.setBrowser(visit.askedId, visit.page.id);
      rooms.set(visit.askedId, { visit, leave, done: host(visit, leave.signal) });
    },
    isOpen: async (askedId) => {
      const room = rooms.get(askedId);
      if (room === undefined) return false;
      await records.setBrowser(askedId, room.visit.page.id);
      return true;
    },
    close: async () => {
      await Promise.all([...rooms.values()].map(vacate));
    },
  };
}

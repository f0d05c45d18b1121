import type { Slots } from "@genie/platforms";

/** Which posts of a platform this worker has in hand. */
export type Lanes = {
  /**
   * Does `now` when it is this account's and then this post's turn, and resolves when it is done. An
   * account that has its share in hand already gets the post on its list instead: then it resolves
   * at once, and `later` is done as soon as the account's others are. `later` must not throw.
   */
  take: (
    post: { postId: string; profileId: string },
    work: { now: () => Promise<void>; later: () => Promise<void> },
  ) => Promise<void>;
  /** Forgets what is on the lists and resolves when all that was begun has ended. */
  close: () => Promise<void>;
};

type Lane = { inHand: number; list: Map<string, () => Promise<void>> };

/**
 * So many posts at once, so many of one account, and the accounts in turn: one that has thousands due
 * stands in line with what it may have in hand, and keeps no slot and no job busy with the rest.
 */
export function openLanes({ total, perAccount }: Slots): Lanes {
  const lanes = new Map<string, Lane>();
  const line: (() => void)[] = [];
  const running = new Set<Promise<void>>();
  let free = total;
  let isClosed = false;

  function laneOf(profileId: string): Lane {
    const known = lanes.get(profileId);
    if (known) return known;
    const lane = { inHand: 0, list: new Map() };
    lanes.set(profileId, lane);
    return lane;
  }

  async function begin(profileId: string, lane: Lane, work: () => Promise<void>): Promise<void> {
    lane.inHand += 1;
    try {
      await slot();
      try {
        await work();
      } finally {
        leave();
      }
    } finally {
      lane.inHand -= 1;
      goOn(profileId, lane);
    }
  }

  function goOn(profileId: string, lane: Lane): void {
    const [next] = lane.list;
    if (next) {
      const [postId, later] = next;
      lane.list.delete(postId);
      void track(begin(profileId, lane, later));
    } else if (lane.inHand === 0) {
      lanes.delete(profileId);
    }
  }

  function track(work: Promise<void>): Promise<void> {
    const run = work.finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  async function slot(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
  }

  function leave(): void {
    const next = line.shift();
    if (next) next();
    else free += 1;
  }

  return {
    take: async ({ postId, profileId }, { now, later }) => {
      const lane = laneOf(profileId);
      if (lane.inHand < perAccount) await track(begin(profileId, lane, now));
      else if (!isClosed && !lane.list.has(postId)) lane.list.set(postId, later);
    },
    close: async () => {
      isClosed = true;
      for (const lane of lanes.values()) lane.list.clear();
      await Promise.allSettled(running);
    },
  };
}

import { describe, expect, it } from "vitest";
import { openLanes } from "./lanes.ts";

/** Lanes whose posts are done when the test says so, and what began in which order. */
function scene(slots: { total: number; perAccount: number }) {
  const lanes = openLanes(slots);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const handedOver: string[] = [];

  function take(postId: string): Promise<void> {
    const [profileId = ""] = postId;
    const work = () => {
      begun.push(postId);
      return new Promise<void>((resolve) => ends.set(postId, resolve));
    };
    const later = () => {
      handedOver.push(postId);
      return work();
    };
    return lanes.take({ postId, profileId }, { now: work, later });
  }
  async function end(postId: string): Promise<void> {
    ends.get(postId)?.();
    await settled();
  }
  return { lanes, begun, handedOver, take, end };
}

// Everything that can go on without the test has gone on.
const settled = () => new Promise((resolve) => setImmediate(resolve));

const fails = () => Promise.reject(new Error("not this one"));

describe("lanes", () => {
  it("are closed when all that has begun has ended, whoever began it", async () => {
    const { lanes, take, end } = scene({ total: 8, perAccount: 1 });
    void take("a1");
    await settled();
    let isClosed = false;
    const closing = lanes.close().then(() => (isClosed = true));
    await settled();
    expect(isClosed).toBe(false);
    await end("a1");
    await closing;
  });

  it("have no more posts of an account in hand than its share", async () => {
    const { begun, take, end } = scene({ total: 8, perAccount: 2 });
    for (const post of ["a1", "a2", "a3", "a4"]) void take(post);
    await settled();
    expect(begun).toEqual(["a1", "a2"]);
    await end("a1");
    expect(begun).toEqual(["a1", "a2", "a3"]);
  });

  it("let a job go whose account has its share in hand, and work its post off all the same", async () => {
    const { begun, handedOver, take, end } = scene({ total: 8, perAccount: 1 });
    void take("a1");
    await take("a2");
    expect(begun).toEqual(["a1"]);
    await end("a1");
    expect(begun).toEqual(["a1", "a2"]);
    expect(handedOver).toEqual(["a2"]);
  });

  it("give one account's post a slot before another's five thousand are through", async () => {
    const { begun, take, end } = scene({ total: 2, perAccount: 2 });
    for (let n = 0; n < 5_000; n += 1) void take(`a${n}`);
    void take("b1");
    await settled();
    expect(begun).toEqual(["a0", "a1"]);
    await end("a0");
    expect(begun.at(-1)).toBe("b1");
  });

  it("go round the accounts that wait for a slot", async () => {
    const { begun, take, end } = scene({ total: 1, perAccount: 1 });
    for (const post of ["a1", "a2", "a3", "b1", "b2", "c1"]) void take(post);
    for (const post of ["a1", "b1", "c1", "a2", "b2"]) {
      await settled();
      await end(post);
    }
    expect(begun).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
  });

  it("put a post on the list once, however often it is woken", async () => {
    const { begun, take, end } = scene({ total: 1, perAccount: 1 });
    void take("a1");
    await take("a2");
    await take("a2");
    await end("a1");
    await end("a2");
    expect(begun).toEqual(["a1", "a2"]);
  });

  it("go on after a post that failed", async () => {
    const lanes = openLanes({ total: 1, perAccount: 1 });
    const post = { postId: "a1", profileId: "a" };
    await expect(lanes.take(post, { now: fails, later: fails })).rejects.toThrow("not this one");
    const done: string[] = [];
    await lanes.take(post, { now: async () => void done.push("a1"), later: fails });
    expect(done).toEqual(["a1"]);
  });

  it("closed, begin nothing from the lists and wait for what was begun from them", async () => {
    const { lanes, begun, take, end } = scene({ total: 1, perAccount: 1 });
    for (const post of ["a1", "a2", "a3"]) void take(post);
    await settled();
    await end("a1");
    const closed = lanes.close();
    await settled();
    const first = await Promise.race([closed.then(() => "closed"), settled().then(() => "open")]);
    expect(first).toBe("open");
    await end("a2");
    await closed;
    expect(begun).toEqual(["a1", "a2"]);
  });
});

import { array, assert, asyncProperty, nat } from "fast-check";
import { describe, expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import { type Life, startLife } from "../testing/post-life.ts";

const { database, alice } = publishingScene();

const history = array(nat(9999), { minLength: 10, maxLength: 30 });

/** What no history may lead to: the states that say "not out" or "out" against the platform's own list. */
async function expectTruth(life: Life, story: unknown[]): Promise<void> {
  const status = await life.status();
  const copies = life.platform.length;
  const expected = copiesOf(status, copies);
  expect({ story, status, copies }).toEqual({ story, status, copies: expected });
}

function copiesOf(status: string, copies: number): number {
  if (status === "published") return 1;
  return isOnItsWay.has(status) ? Math.min(copies, 1) : 0;
}

const isOnItsWay = new Set(["publishing", "unconfirmed"]);

describe.each(["sandbox", "sandbox_idempotent", "sandbox_blind"])("a post on %s", (platform) => {
  it("is there once when it is published, and not at all while it waits, whatever happens", async () => {
    await assert(
      asyncProperty(history, async (steps) => {
        const life = await startLife(database, alice, platform);
        const story: unknown[] = [];
        for (const chance of steps) {
          story.push(await life.step(chance));
          await expectTruth(life, story);
        }
        await life.end();
        await expectTruth(life, story);
        expect(isOnItsWay.has(await life.status())).toBe(false);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 900_000);
});

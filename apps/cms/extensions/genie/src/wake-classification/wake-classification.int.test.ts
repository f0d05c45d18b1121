import { classifyLibrary } from "@genie/jobs";
import type { TestUser } from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";
import { asWorker } from "../testing/post-scene.ts";
import { queueUnderTest, takeOutOfQueue } from "../testing/queue-under-test.ts";
import {
  addEntry,
  addOwnTag,
  as,
  classifyAll,
  makeCreator,
  oddWord,
  taxonomyScene,
} from "../testing/taxonomy-scene.ts";

const { tag, other } = taxonomyScene();
const queues = queueUnderTest();
afterAll(() => queues.close());

const waits = ({ id: ownerId }: TestUser) => queues.isPending(classifyLibrary, { ownerId });

describe("the queue", () => {
  it("has the owner's job after an entry came or changed, and not after it was classified", async () => {
    const user = await makeCreator();
    const id = await addEntry(user, { caption: tag });
    await expect.poll(() => waits(user)).toBe(true);
    await takeOutOfQueue("classify", user.id);
    await classifyAll(user);
    await as(user, "PATCH", `/items/scraped_media/${id}`, { alt_text: "nothing to classify" });
    await as(user, "POST", "/library/tag", { ids: [id], add: [other], remove: [] });
    await expect.poll(() => waits(user)).toBe(true);
    await takeOutOfQueue("classify", user.id);
    await classifyAll(user);
    await addOwnTag(user, oddWord());
    await expect.poll(() => waits(user)).toBe(true);
  });

  it("gets back by the sweep what it has lost", async () => {
    const user = await makeCreator();
    await addEntry(user, { caption: tag });
    await expect.poll(() => waits(user)).toBe(true);
    await takeOutOfQueue("classify", user.id);
    await expect
      .poll(async () => {
        await asWorker("/jobs/sweep");
        return waits(user);
      })
      .toBe(true);
  });
});

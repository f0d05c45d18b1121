import { holdWorker, openDatabase } from "@genie/testing";
import { afterAll, beforeAll } from "vitest";
import { type Creator, dismiss, makeCreator } from "./post-scene.ts";

/**
 * What the tests of a file share: the database, and a creator who is there from the first test on. The
 * worker is held meanwhile, so that nothing but the tests moves a post.
 */
export function publishingScene() {
  const database = openDatabase();
  // Whole before any test can look at it.
  const alice = {} as Creator;
  let letWorkerGoOn: (() => void) | undefined;

  beforeAll(async () => {
    letWorkerGoOn = await holdWorker();
    Object.assign(alice, await makeCreator(database));
  });
  afterAll(async () => {
    await dismiss(database, alice);
    await database.end();
    letWorkerGoOn?.();
  });
  return { database, alice };
}

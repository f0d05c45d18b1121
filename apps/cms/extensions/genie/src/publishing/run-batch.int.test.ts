import { PublishBatchAnswer } from "@genie/schema";
import { call, holdWorker, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asWorker, type Creator, dismiss, makeCreator, makePost } from "../testing/post-scene.ts";

const database = openDatabase();
let letWorkerGoOn: () => void;
let alice: Creator;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  alice = await makeCreator(database);
});
afterAll(async () => {
  await dismiss(database, alice);
  await database.end();
  letWorkerGoOn();
});

it("takes steps of several posts in one request, each for itself", async () => {
  const posts = [await makePost(database, alice), await makePost(database, alice)];
  const claims = posts.map((post) => ({ step: "claim", body: { post_id: post } }));
  const unreadable = { step: "claim", body: { post_id: "canary-content" } };
  const { data, text } = await asWorker("/publishing/batch", {
    steps: [claims[0], unreadable, claims[1]],
  });
  expect(PublishBatchAnswer.parse(data).results).toMatchObject([
    { answer: { kind: "claimed", claim: { post_id: posts[0] } } },
    { status: 400 },
    { answer: { kind: "claimed", claim: { post_id: posts[1] } } },
  ]);
  expect(text).not.toContain("canary-content");
});

it("is the worker's alone", async () => {
  const body = { steps: [{ step: "claim", body: {} }] };
  const options = { token: alice.token, from: alice.address, body };
  expect((await call("POST", "/publishing/batch", options)).status).toBe(403);
});

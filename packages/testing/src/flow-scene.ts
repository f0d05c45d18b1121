import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, call } from "./call.ts";
import { createUser, type TestUser } from "./create-user.ts";
import { stackUnderTest } from "./stack-under-test.ts";

/** A creator with all that the six flows work on, and what each is run with. */
export type FlowScene = {
  user: TestUser;
  account: { id: string; username: string };
  /** In a note on her fan, and nowhere else. */
  word: string;
  inputs: Record<string, Record<string, string>>;
};

type Data = { id: string; status: string };

/** 16 by 16 points, PNG. */
const gradient =
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlklEQVR42hXRURVEIQhFUSMYgQhGMAIRiGCEE8EIRiACEYhABCLMG7/ZrMt1jMEcyGAN9kAHNjgDBnfwBj6IQQ5q0IMxJnMikzXZE53Y5EyY3Mmb+CQmOalJzw8IUxBhCVtQwYQjIFzhCS6EkEIJLR9YzIUs1mIvdGGLs2BxF2/hi1jkoha9PrCZG9mszd7oxjZnw+Zu3sY3sclNbXp/QJmKKEvZiiqmHAXlKk9xJZRUSmn9gDENMZaxDTXMOAbGNZ7hRhhplNH2gcM8yGEd9kEPdjgHDvfwDn6IQx7q0OcD/wK/Sr4jv9hfkG/1N/x/Fx44BCQU9Pc94zIvclmXfdGLXc79j9/Lu/glLnmpS98PPOZDHuuxH/qwx3n/5ffxHv6IRz7q0e8DznTEWc521DHn+D/KdZ7jTjjplNP+gWAGEqxgBxpYcOIf/AYv8CCCDCro+EAyE0lWshNNLDn5P/MmL/Ekkkwq6fxAMQspVrELLaw49S/lFq/wIoosquj6QDMbaVazG22sOf2v8Dav8SaabKrp5geIAnAQC3NfwAAAAABJRU5ErkJggg==";
/** Longer than signing in on a busy machine takes. */
const patienceMs = 150_000;

/** Makes a creator of that role whose account on the sandbox was signed in to and read. Takes some 15 seconds. */
export async function createFlowScene(role: string): Promise<FlowScene> {
  const user = await createUser({ role });
  const word = `w${randomUUID().slice(0, 8)}`;
  const account = await connectAccount(user);
  const fan = await create(user, "fan_profiles", {
    creator_profile_id: account.id,
    platform_fan_id: "1",
    notes: `Likes portraits, ${word}`,
  });
  const entry = await create(user, "scraped_media", {
    media_type: "image",
    caption: "Golden hour",
    file_id: await upload(user),
  });
  const url = `${stackUnderTest().sandboxUrl}/@${account.username}`;
  return {
    user,
    account,
    word,
    inputs: {
      "scout-analyze": { url },
      "taxonomy-tag": { media_id: entry },
      "post-create": { creator_profile_id: account.id, caption: randomUUID() },
      "message-generate": { fan_id: fan, intent: "thanks" },
      "memory-recall": { query: word },
      "media-process": { media_id: entry, job: "strip_metadata" },
    },
  };
}

async function connectAccount(user: TestUser): Promise<{ id: string; username: string }> {
  const { sandboxAdminUrl, sandboxAdminToken } = stackUnderTest();
  const credentials = { username: `t-${randomUUID().slice(0, 13)}`, password: randomUUID() };
  const made = await fetch(`${sandboxAdminUrl}/accounts`, {
    method: "POST",
    headers: { authorization: `Bearer ${sandboxAdminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ ...credentials, posts: 1 }),
  });
  if (!made.ok) throw new Error(`The sandbox refused: ${await made.text()}`);
  const { username } = credentials;
  const id = await create(user, "creator_profiles", { platform: "sandbox", username, credentials });
  const job = await create(user, "media_jobs", {
    job_type: "scrape_profile",
    creator_profile_id: id,
  });
  const until = Date.now() + patienceMs;
  for (;;) {
    const { status } = dataOf(await as(user, "GET", `/items/media_jobs/${job}`));
    if (status === "completed") return { id, username };
    if (status === "failed" || Date.now() > until) throw new Error(`It was not read: ${status}`);
    await wait(250);
  }
}

async function upload({ token, address: from }: TestUser): Promise<string> {
  const form = new FormData();
  const picture = Buffer.from(gradient, "base64");
  form.set("file", new Blob([picture], { type: "image/png" }), "gradient.png");
  return dataOf(await call("POST", "/uploads", { token, from, body: form })).id;
}

const create = async (user: TestUser, collection: string, row: object): Promise<string> =>
  dataOf(await as(user, "POST", `/items/${collection}`, row)).id;

const as = ({ token, address }: TestUser, method: string, path: string, body?: object) =>
  call(method, path, { token, from: address, ...(body && { body }) });

function dataOf({ status, text, data }: Answer): Data {
  if (status >= 300) throw new Error(`Directus refused: ${status} ${text}`);
  return data as Data;
}

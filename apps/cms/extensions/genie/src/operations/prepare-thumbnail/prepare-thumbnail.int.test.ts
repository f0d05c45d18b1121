import { readdirSync } from "node:fs";
import { roles } from "@genie/schema";
import { call, createUser, stackUnderTest, type TestUser } from "@genie/testing";
import { beforeAll, describe, expect, it } from "vitest";

const patience = { timeout: 30_000, interval: 100 };

/** A picture of one red point. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

describe("the flow that makes ready what was stored", () => {
  let user: TestUser;
  beforeAll(async () => {
    user = await createUser({ role: roles.creator.id });
  });

  it("makes the small picture that the library asks for, once", async () => {
    const id = await upload(user, picture);
    await expect.poll(() => smallPictures(id), patience).toHaveLength(1);
    const before = smallPictures(id);
    const { status, headers } = await call("GET", `/assets/${id}?key=thumbnail`, {
      token: user.token,
    });
    expect([status, headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(smallPictures(id)).toEqual(before);
  });

  it("is stopped by no picture of which none can be made", async () => {
    const broken = Buffer.concat([picture.subarray(0, 41), Buffer.alloc(200, 7)]);
    const id = await upload(user, broken);
    const next = await upload(user, picture);
    await expect.poll(() => smallPictures(next), patience).toHaveLength(1);
    expect(smallPictures(id)).toEqual([]);
    const kept = await call("GET", `/files/${id}`, { token: user.token });
    expect(kept.status).toBe(200);
  });

  it("takes many at once in turn, and leaves room for people meanwhile", async () => {
    const first = await upload(user, picture);
    await expect.poll(() => smallPictures(first), patience).toHaveLength(1);
    const ids = await Promise.all(Array.from({ length: 40 }, () => upload(user, picture)));
    const seen = await call("GET", `/assets/${first}?key=thumbnail`, { token: user.token });
    expect(seen.status).toBe(200);
    await expect
      .poll(() => ids.filter((id) => smallPictures(id).length === 1).length, patience)
      .toBe(40);
  });
});

async function upload({ token, address }: TestUser, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), "a.png");
  const { data, text } = await call("POST", "/uploads", { token, from: address, body: form });
  if (!data) throw new Error(`The upload was refused: ${text}`);
  return (data as { id: string }).id;
}

/** What Directus has made of a file. */
const smallPictures = (id: string) =>
  readdirSync(stackUnderTest().uploadsFolder).filter((name) => name.startsWith(`${id}__`));

import { randomUUID } from "node:crypto";
import { call, openDatabase } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenOf } from "../testing/action-scene.ts";
import { type Creator, dismiss, makeCreator, makeMedia } from "../testing/post-scene.ts";

const database = openDatabase();
let alice: Creator;
let bob: Creator;

beforeAll(async () => {
  [alice, bob] = [await makeCreator(database), await makeCreator(database)];
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
});

describe("replacing a text", () => {
  it("writes where the words that it began from still are, and nowhere else", async () => {
    const id = await makeFan("Likes cats");
    expect(await replace(id, "Likes dogs", "Likes cats")).toEqual({
      replaced: true,
      stored: "Likes dogs",
    });
    expect(await replace(id, "Likes birds", "Likes cats")).toEqual({
      replaced: false,
      stored: "Likes dogs",
    });
    expect(await notesOf(id)).toBe("Likes dogs");
  });

  it("takes the same once more for done, since an answer can be lost", async () => {
    const id = await makeFan("Likes cats");
    const done = { replaced: true, stored: "Likes dogs" };
    expect(await replace(id, "Likes dogs", "Likes cats")).toEqual(done);
    expect(await replace(id, "Likes dogs", "Likes cats")).toEqual(done);
  });

  it("counts nothing but spaces as no text, before and after", async () => {
    const id = await makeFan(null);
    expect(await replace(id, "New", "  ")).toEqual({ replaced: true, stored: "New" });
    expect(await replace(id, " \n", "New")).toEqual({ replaced: true, stored: "" });
    expect(await notesOf(id)).toBeNull();
  });

  it("writes one of those that began from the same and come at once", async () => {
    const id = await makeFan("Same");
    const texts = Array.from({ length: 6 }, (_, place) => `Device ${place}`);
    const answers = await Promise.all(texts.map((text) => replace(id, text, "Same")));
    expect(answers.filter(({ replaced }) => replaced)).toHaveLength(1);
    const stored = await notesOf(id);
    expect(texts).toContain(stored);
    expect(new Set(answers.map((answer) => answer.stored))).toEqual(new Set([stored]));
  });

  it("writes captions and descriptions of entries", async () => {
    const { media: id } = await makeMedia(database, alice);
    for (const field of ["caption", "alt_text"]) {
      const body = { collection: "scraped_media", field, id, text: "A red dot", before: "" };
      const { data } = await call("POST", "/texts/replace", { token: alice.token, body });
      expect(data).toEqual({ replaced: true, stored: "A red dot" });
    }
    const { data } = await call("GET", `/items/scraped_media/${id}`, { token: alice.token });
    expect(data).toMatchObject({ caption: "A red dot", alt_text: "A red dot" });
  });

  it("shows and changes nothing of another's, and no other field", async () => {
    const id = await makeFan("Hers");
    const others = await ask(bob, { ...about(id), text: "Mine", before: "" });
    expect(others.status).toBe(403);
    expect(others.text).not.toContain("Hers");
    const elsewhere = { ...about(id), field: "display_name", text: "x", before: "" };
    expect((await ask(alice, elsewhere)).status).toBe(400);
    expect(await notesOf(id)).toBe("Hers");
  });

  it("is for a person herself: a program changes the row", async () => {
    const id = await makeFan("Hers");
    const program = await tokenOf(alice, ["write"], false);
    const { status } = await ask(program, { ...about(id), text: "Theirs", before: "Hers" });
    expect(status).toBe(403);
    expect(await notesOf(id)).toBe("Hers");
  });
});

const about = (id: string) => ({ collection: "fan_profiles", field: "notes", id });

const ask = ({ token }: { token: string }, body: object) =>
  call("POST", "/texts/replace", { token, body });

async function replace(id: string, text: string, before: string) {
  const { data } = await ask(alice, { ...about(id), text, before });
  return data as { replaced: boolean; stored: string };
}

async function makeFan(notes: string | null): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into fan_profiles (id, user_id, creator_profile_id, platform_fan_id, notes)
     values ($1::uuid, $2, $3, $1::text, $4)`,
    [id, alice.id, alice.profile, notes],
  );
  return id;
}

async function notesOf(id: string): Promise<string | null> {
  const { rows } = await database.query<{ notes: string | null }>(
    "select notes from fan_profiles where id = $1",
    [id],
  );
  return rows[0]?.notes ?? null;
}

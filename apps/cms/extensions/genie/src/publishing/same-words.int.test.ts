import { describe, expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import {
  attemptsOf,
  makePost,
  makeProfile,
  noAnswer,
  nothing,
  postRow,
  proof,
  report,
  sending,
  takeOver,
  writeAsPublisher,
} from "../testing/post-scene.ts";

const { database, alice } = publishingScene();

const found = { ...proof, looked_up: true };

async function pair(inDoubt = true) {
  const creator_profile_id = await makeProfile(database, alice);
  const [a, b] = [
    await makePost(database, alice, { creator_profile_id }),
    await makePost(database, alice, { creator_profile_id }),
  ];
  const sentA = await sending(a);
  await report(sentA, noAnswer);
  const sentB = await sending(b);
  if (inDoubt) await report(sentB, noAnswer);
  return { a, b, sentA, sentB };
}
const lookedFor = async (post: string) => {
  await writeAsPublisher(database, post, "claimed_until = clock_timestamp() - interval '1 minute'");
  return takeOver(post);
};

describe("two posts of an account with the same words, both in doubt", () => {
  it("are not both what was found", async () => {
    const { a, b } = await pair();
    const taken = [await lookedFor(a), await lookedFor(b)];
    const states = await Promise.all(taken.map((one) => report(one, found)));
    expect(new Set(states)).toEqual(new Set(["published", "unconfirmed"]));
    const other = states[0] === "published" ? b : a;
    // It may be there yet, behind the one that was found.
    expect(await attemptsOf(database, other)).toMatchObject([{ not_found_at: null }]);
    expect(await postRow(database, other)).toMatchObject({ platform_post_id: null });
    const again = { ...found, platform_post_id: "p-2" };
    expect(await report(await lookedFor(other), again)).toBe("published");
  });

  it("are not told apart while one is being sent", async () => {
    const { a, b, sentB } = await pair(false);
    expect(await report(await lookedFor(a), found)).toBe("unconfirmed");
    expect(await report(sentB, proof)).toBe("published");
    expect(await report(await lookedFor(a), found)).toBe("unconfirmed");
    expect(await postRow(database, b)).toMatchObject({ platform_post_id: "p-1" });
  });

  it("of which one was taken for the other's: it is in doubt again when the sender says so", async () => {
    const { a, b, sentB } = await pair();
    expect(await report(await lookedFor(a), found)).toBe("published");
    expect(await report(sentB, proof)).toBe("published");
    expect(await report(sentB, proof)).toBe("published");
    expect(await postRow(database, b)).toMatchObject({ platform_post_id: "p-1" });
    expect(await postRow(database, a)).toMatchObject({
      status: "unconfirmed",
      platform_post_id: null,
      permalink: null,
      published_at: null,
      live_check_at: null,
    });
    expect(await attemptsOf(database, a)).toMatchObject([{ state: "unknown" }]);
    expect(await report(await lookedFor(a), nothing)).toBe("unconfirmed");
    await database.query(
      "update publish_attempts set not_found_at = clock_timestamp() - interval '6 s' where post_id = $1",
      [a],
    );
    expect(await report(await lookedFor(a), nothing)).toBe("pending");
    await sending(a);
  });

  it("of which one was taken for the other's: its own sender sets it right, and leaves the other's", async () => {
    const { a, b, sentA } = await pair();
    expect(await report(await lookedFor(a), found)).toBe("published");
    const own = { ...proof, platform_post_id: "p-2", permalink: null };
    expect(await report(sentA, own)).toBe("published");
    expect(await postRow(database, a)).toMatchObject({ platform_post_id: "p-2", permalink: null });
    expect(await report(await lookedFor(b), found)).toBe("published");
  });
});

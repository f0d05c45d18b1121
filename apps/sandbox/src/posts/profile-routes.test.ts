import { afterAll, beforeAll, expect, it } from "vitest";
import { createBrowser } from "../testing/create-browser.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start-test-sandbox.ts";

let sandbox: TestSandbox;
const browser = () => createBrowser(sandbox.url);

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function idsOf(text: string): string[] {
  const ids = [...text.matchAll(/href="\/posts\/(\d+)"/g)].map(([, id = ""]) => id);
  return [...new Set(ids)];
}

it("following the next page shows all 230 posts exactly once, newest first", async () => {
  const owner = browser();
  await owner.logIn();
  const seen: string[] = [];
  const times: string[] = [];
  let path: string | undefined = "/@demo";
  while (path !== undefined) {
    const { text }: { text: string } = await owner.open(path);
    seen.push(...idsOf(text));
    times.push(...[...text.matchAll(/<time datetime="([^"]+)"/g)].map(([, time = ""]) => time));
    path = /rel="next" href="([^"]+)"/.exec(text)?.[1];
  }
  const { body } = await sandbox.admin("GET", "/posts?username=demo");
  expect(seen).toHaveLength(230);
  expect(new Set(seen)).toEqual(new Set(body.posts.map(({ id }) => id)));
  expect(times).toEqual(times.toSorted().toReversed());
});

it("there is no page before the first or after the last", async () => {
  const owner = browser();
  await owner.logIn();
  expect((await owner.open("/@demo?page=12")).status).toBe(200);
  for (const page of ["13", "0", "-1", "x", "1e3"]) {
    expect((await owner.open(`/@demo?page=${page}`)).status).toBe(404);
  }
});

it("others see followers and public posts, but neither earnings nor what is for subscribers", async () => {
  const owner = browser();
  const visitor = browser();
  await owner.logIn();
  await sandbox.admin("POST", "/accounts", {
    username: "visitor",
    password: "visitor-1",
    posts: 0,
  });
  await visitor.logIn("visitor", "visitor-1");
  expect((await owner.open("/@demo")).text).toContain("Earnings");
  const { text } = await visitor.open("/@demo");
  expect(text).toContain("Followers");
  expect(text).not.toContain("Earnings");

  const { body } = await sandbox.admin("GET", "/posts?username=demo");
  const hidden = body.posts.find((post) => post.visibility !== "public");
  expect((await owner.open(hidden?.permalink ?? "")).status).toBe(200);
  expect((await visitor.open(hidden?.permalink ?? "")).status).toBe(404);
  expect((await visitor.open(hidden?.media[0]?.href ?? "")).status).toBe(404);
});

it("every skin has the same words and the same links", async () => {
  const owner = browser();
  await owner.logIn();
  const words = async (path: string) => {
    const { text } = await owner.open(path);
    const shown = text.replace(/<[^>]+>/g, " ").match(/[\p{L}\p{N}$&#@.,:;]+/gu) ?? [];
    return {
      ids: idsOf(text),
      words: new Set(shown.filter((word) => !/^(Photo|Tier:)/.test(word))),
    };
  };
  const markup = new Set<string>();
  const classic = await words("/@demo");
  for (const skin of ["classic", "cards", "table"]) {
    await sandbox.admin("DELETE", "/faults");
    await sandbox.admin("POST", "/faults", { kind: "skin", skin });
    const shown = await words("/@demo");
    expect(shown.ids).toEqual(classic.ids);
    for (const label of ["Posts", "Followers", "Likes", "Comments", "Views", "Earnings"]) {
      expect(shown.words).toContain(label);
    }
    for (const word of classic.words) expect(shown.words).toContain(word);
    markup.add((await owner.open("/@demo")).text.replace(/>[^<]+</g, "><"));
    for (const label of ["Caption", "Photos and videos", "Visibility", "Publish"]) {
      expect((await owner.open("/compose")).text).toContain(label);
    }
    expect((await owner.open("/fans?page=3")).text).toContain("Subscribed since");
  }
  await sandbox.admin("DELETE", "/faults");
  expect(markup.size).toBe(3);
});

it("a caption is shown as it was written, never as markup", async () => {
  const owner = browser();
  await owner.logIn();
  const caption = `<b>"bold" & 'brave'</b>\nsecond line`;
  const { location } = await owner.submit("/compose", { caption });
  const { text } = await owner.open(location ?? "");
  expect(text).toContain("&lt;b&gt;&quot;bold&quot; &amp; &#39;brave&#39;&lt;/b&gt;\nsecond line");
});

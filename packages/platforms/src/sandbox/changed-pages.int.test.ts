import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenContext } from "../testing/platform-under-test.ts";
import { outgoing } from "../testing/outgoing.ts";
import { openContext } from "../testing/sandbox-under-test.ts";
import { sandboxAdapter } from "./index.ts";

const navigation = `<nav aria-label="Main"><a href="/@maya">Profile</a></nav>`;
const figures = `<dl><dt>Posts</dt><dd>2</dd><dt>Followers</dt><dd>1</dd>
  <dt>Following</dt><dd>1</dd><dt>Likes</dt><dd>1</dd></dl>`;
const article = (id: number, time: string) => `<article>
  <a href="/posts/${id}"><time datetime="${time}">then</time></a><p class="caption">Words</p>
  <dl><dt>Likes</dt><dd>1</dd><dt>Comments</dt><dd>1</dd><dt>Views</dt><dd>1</dd></dl></article>`;
const profile = (posts: string) =>
  `${navigation}<main><section><h1>Maya</h1>${figures}</section>
   <section aria-label="Posts">${posts}</section></main>`;

/** What the site shows on every address. */
let shown = "";
let context: OpenContext;
let adapter: ReturnType<typeof sandboxAdapter>;
/** Answers what a page asks `/gone` for, and waits for. */
let letGo = () => {};
const server = createServer(({ url }, response) => {
  if (url === "/gone") {
    letGo = () => response.end();
    return;
  }
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(shown);
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  adapter = sandboxAdapter(`http://changed.localhost:${port}`);
  context = openContext(adapter.platform.hosts, "maya");
});
afterAll(async () => {
  await context.close();
  server.closeAllConnections();
  server.close();
});

const listAll = async () => {
  const ids: string[] = [];
  for await (const posts of adapter.listPosts(context)) {
    ids.push(...posts.map(({ platformPostId }) => platformPostId));
  }
  return ids;
};
const post = outgoing();
const changed = expect.objectContaining({
  code: "platform_changed",
  message: expect.stringMatching(/othing (was|more was)/),
});
const [later, earlier] = ["2026-05-03T14:00:00Z", "2026-05-02T14:00:00Z"];

it("pages as they were are read", async () => {
  shown = profile(article(2, later) + article(1, earlier));
  expect(await adapter.scrapeProfile(context)).toMatchObject({ posts: 2, followers: 1 });
  expect(await listAll()).toEqual(["2", "1"]);
});

it.each([
  ["posts that are not there", profile("")],
  ["fewer posts than there are", profile(article(2, later))],
  ["posts in another order", profile(article(1, earlier) + article(2, later))],
  ["a post without a time", profile(article(2, later) + article(1, ""))],
  ["figures under other names", profile(article(2, later)).replaceAll("Posts</dt>", "Works</dt>")],
  ["another page altogether", "<h1>We have moved</h1>"],
])("%s are not taken for the truth", async (_case, html) => {
  shown = html;
  await expect(listAll()).rejects.toEqual(changed);
});

it("a profile, a log-in, a session or a form that looks different is platform_changed", async () => {
  shown = "<h1>We have moved</h1>";
  await expect(adapter.scrapeProfile(context)).rejects.toEqual(changed);
  await expect(adapter.resumeSession(context, [])).rejects.toEqual(changed);
  await expect(adapter.logIn(context, { username: "maya", password: "password" })).rejects.toEqual(
    changed,
  );
  shown = `<form method="post"><label>Caption <textarea></textarea></label>
    <button>Share</button></form>`;
  await expect(adapter.preparePost(context, post)).rejects.toEqual(changed);
});

const fan = (
  id: number,
) => `<tr><td class="name">Maya L. <span class="handle">@maya${id}</span></td>
  <td>Gold</td><td>$1.00</td><td><time datetime="${later}">then</time></td>
  <td><time datetime="${earlier}">before</time></td></tr>`;
const fans = (total: number, rows: string, more = "") =>
  `${navigation}<main><section><h1>Fans</h1><p>${total} fans have spent $3.00.</p>
   <table aria-label="Fans"><tr>${["Name", "Tier", "Spent", "Last seen", "Subscribed since"]
     .map((column) => `<th scope="col">${column}</th>`)
     .join("")}</tr>${rows}</table>${more}</section></main>`;
const listFans = async () => {
  const ids: string[] = [];
  for await (const page of adapter.listFans?.(context) ?? []) {
    ids.push(...page.map(({ platformFanId }) => platformFanId));
  }
  return ids;
};

it("fans as they were are read, and a fan who is told twice is one", async () => {
  shown = fans(2, fan(1) + fan(2) + fan(2));
  expect(await listFans()).toEqual(["maya1", "maya2"]);
  shown = fans(0, "");
  expect(await listFans()).toEqual([]);
});

it.each([
  ["fewer fans than there are", fans(3, fan(1) + fan(2))],
  ["no fans where there are some", fans(2, "")],
  ["fans whose times have changed places", fans(1, fan(1)).replaceAll("Last seen", "Joined")],
  ["fans without a number of them", fans(1, fan(1)).replaceAll("fans have", "people have")],
])("%s are not taken for the truth", async (_case, html) => {
  shown = html;
  await expect(listFans()).rejects.toEqual(changed);
});

it("a button that goes away before sending posts nothing", async () => {
  shown = `<form method="post"><label>Caption <textarea></textarea></label>
    <button type="button">Publish</button>
    <script>fetch("/gone").then(() => document.querySelector("button").remove())</script></form>`;
  const prepared = await adapter.preparePost(context, post);
  letGo();
  const page = await context.openPage();
  await expect
    .poll(async () => (await page.observe()).elements.some(({ role }) => role === "button"), {
      timeout: 60_000,
    })
    .toBe(false);
  expect(await prepared.send()).toMatchObject({ kind: "refused", retryAfterMs: null });
});

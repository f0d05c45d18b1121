import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openLive, sizeOfJpeg, type Viewer } from "../testing/open-live.ts";
import { page, startSite, type TestSite } from "../testing/start-site.ts";
import { startTestService, viewerToken } from "../testing/start-test-service.ts";

const signal = new AbortController().signal;
const place = (top: number) =>
  `style="position:absolute;left:10px;top:${top}px;width:200px;height:30px"`;
const middle = (top: number) => [60, top + 15] as const;
const selectAll = { code: "KeyA", text: "a", modifiers: 2 };

let service: Awaited<ReturnType<typeof startTestService>>;
let site: TestSite;
let posted: string[] = [];
const viewers: Viewer[] = [];

beforeAll(async () => {
  service = await startTestService();
  site = await startSite({
    "/": page(
      "Log in",
      `<form method="post" action="/welcome">
         <input name="username" ${place(10)}><input name="password" type="password" ${place(50)}>
         <button ${place(90)}>Log in</button>
       </form>`,
    ),
    "/welcome": async (request, response) => {
      posted.push(await text(request));
      response.writeHead(200, { "Content-Type": "text/html", "Set-Cookie": "session=opened" });
      response.end(page("Welcome", "<p>You are in.</p>"));
    },
    "/hands": page(
      "Hands",
      `<button ${place(10)}>Tap</button><p style="margin-top:3000px">End</p>
       <script>
         const tell = (text) => { document.title += " " + text; };
         addEventListener("scroll", () => tell("scrolled"), { once: true });
         addEventListener("touchstart", ({ touches }) => tell("touches" + touches.length));
         addEventListener("touchend", ({ touches }) => tell("left" + touches.length));
         document.querySelector("button").onclick = () => tell("clicked");
         addEventListener("resize", () => { document.title = "Wide " + innerWidth; });
       </script>`,
    ),
    "/moving": page(
      "Moving",
      `<p id="n"></p><script>
         let n = 0;
         const step = () => {
           document.querySelector("#n").textContent = n += 1;
           if (n === 50) document.title = "Moved";
           requestAnimationFrame(step);
         };
         step();
       </script>`,
    ),
    "/menu": page(
      "Menu",
      `<select ${place(10)} onchange="document.title = value">
         <option>One<option>Two<option>Three<option>Four
       </select>
       <script>
         addEventListener("resize", () => {
           document.title = getComputedStyle(document.querySelector("select")).appearance;
         });
       </script>`,
    ),
    "/asks": page(
      "Asks",
      `<button ${place(10)} onclick="alert('Hello'); document.title = 'Said ' + confirm('Sure?')">A</button>
       <button ${place(50)} onclick="window.open('/')">B</button>`,
    ),
  });
});
afterEach(async () => {
  posted = [];
  for (const viewer of viewers.splice(0)) viewer.socket.terminate();
});
afterAll(async () => {
  await service.close();
  await site[Symbol.asyncDispose]();
});

async function show(path: string, options: { showsAll?: boolean; on?: typeof service } = {}) {
  const { on = service, showsAll = true } = options;
  const driver = await on.client.startSession({ allowed_hosts: [site.host] }, signal);
  await driver.navigate(site.url + path);
  const viewer = await openLive(on.url, driver.id, { token: viewerToken, showsAll });
  viewers.push(viewer);
  await expect.poll(() => viewer.pictures.length).toBeGreaterThan(0);
  return { driver, viewer };
}

it("a person logs in by keys and pasted text, while the worker looks on", async () => {
  const { driver, viewer } = await show("/");
  expect(viewer.said[0]).toEqual({
    type: "page",
    origin: site.url,
    title: "Log in",
    width: 1280,
    height: 900,
  });
  viewer.click(...middle(10));
  for (const letter of "Ada") {
    viewer.press(letter, { code: `Key${letter.toUpperCase()}`, text: letter });
  }
  viewer.press("x", { code: "KeyX", text: "x" });
  viewer.press("Backspace", { code: "Backspace" });
  viewer.press("Tab", { code: "Tab" });
  viewer.say({ type: "text", text: "s3cret & more" });
  expect(await driver.state()).toMatchObject({ title: "Log in" });
  viewer.press("Enter", { code: "Enter" });
  await expect.poll(() => viewer.page()?.title).toBe("Welcome");
  expect(posted).toEqual(["username=Ada&password=s3cret+%26+more"]);
  expect(await driver.state()).toMatchObject({ url: `${site.url}/welcome`, status: 200 });
  expect(await driver.cookies()).toMatchObject([{ name: "session", value: "opened" }]);
  viewer.say({ type: "go", to: "back" });
  await expect.poll(() => viewer.page()?.title).toBe("Log in");
  await driver.close();
  expect(service.lines.join("")).not.toMatch(/s3cret|Ada|welcome/);
});

it("the wheel and fingers reach the page, at a phone's width", async () => {
  const { driver, viewer } = await show("/hands");
  viewer.say({ type: "view", width: 390, height: 700 });
  await expect.poll(() => viewer.page()).toMatchObject({ title: "Wide 390", width: 390 });
  await expect
    .poll(() => sizeOfJpeg(viewer.pictures.at(-1) ?? Buffer.alloc(0)))
    .toEqual([390, 700]);
  const [x, y] = middle(10);
  viewer.say({ type: "touch", kind: "start", points: [{ id: 0, x, y }] });
  viewer.say({ type: "touch", kind: "end", points: [] });
  await expect.poll(() => viewer.page()?.title).toBe("Wide 390 touches1 left0 clicked");
  viewer.say({ type: "touch", kind: "start", points: [{ id: 0, x, y }] });
  viewer.say({
    type: "touch",
    kind: "start",
    points: [
      { id: 0, x, y },
      { id: 1, x: 200, y: 400 },
    ],
  });
  viewer.say({ type: "touch", kind: "end", points: [{ id: 1, x: 200, y: 400 }] });
  viewer.say({ type: "touch", kind: "end", points: [] });
  await expect.poll(() => viewer.page()?.title).toMatch(/touches1 touches2 left1 left0$/);
  viewer.say({ type: "wheel", x: 100, y: 300, dx: 0, dy: 400 });
  await expect.poll(() => viewer.page()?.title).toMatch(/scrolled$/);
  await viewer.leave();
  await expect.poll(async () => (await driver.state()).title).toBe("Wide 1280");
  await driver.close();
});

it("what is selected is copied, but nothing out of a field for passwords", async () => {
  const { driver, viewer } = await show("/");
  viewer.click(...middle(10));
  viewer.say({ type: "text", text: "ada@example.com" });
  viewer.press("a", selectAll);
  viewer.say({ type: "copy" });
  const copied = () =>
    viewer.said.flatMap((output) => (output.type === "copied" ? [output.text] : []));
  await expect.poll(copied).toEqual(["ada@example.com"]);
  viewer.click(...middle(50));
  viewer.say({ type: "text", text: "s3cret" });
  viewer.press("a", selectAll);
  viewer.say({ type: "copy" });
  await expect.poll(viewer.notices).toEqual([expect.stringContaining("for passwords")]);
  expect(copied()).toHaveLength(1);
  await driver.close();
});

it("there is no second picture before the first was shown, and then it is the newest", async () => {
  const { driver, viewer } = await show("/moving", { showsAll: false });
  await expect.poll(() => viewer.page()?.title).toBe("Moved");
  expect(viewer.pictures).toHaveLength(1);
  viewer.say({ type: "shown" });
  await expect.poll(() => viewer.pictures.length).toBe(2);
  viewer.say({ type: "shown" });
  viewer.say({ type: "shown" });
  await expect.poll(() => viewer.pictures.length).toBe(3);
  await driver.state();
  expect(viewer.pictures).toHaveLength(3);
  await driver.close();
});

it("windows that nobody could see are told of, and hang nothing", async () => {
  const { driver, viewer } = await show("/asks");
  viewer.click(...middle(10));
  await expect.poll(() => viewer.page()?.title).toBe("Said false");
  expect(viewer.notices()).toEqual([
    "The page says: “Hello”",
    expect.stringMatching(/^The page asks: “Sure\?” .*answered with no/),
  ]);
  viewer.click(...middle(50));
  await expect.poll(viewer.notices).toContainEqual(expect.stringContaining("another window"));
  expect(await driver.state()).toMatchObject({ title: "Said false" });
  await driver.close();
});

it("a menu is on the picture, and chosen from by a click", async () => {
  const { driver, viewer } = await show("/menu");
  const before = viewer.pictures.length;
  viewer.click(...middle(10));
  await expect.poll(() => viewer.pictures.length).toBeGreaterThan(before);
  viewer.click(60, 100);
  await expect.poll(() => viewer.page()?.title).toBe("Three");
  viewer.say({ type: "view", width: 390, height: 700 });
  await expect.poll(() => viewer.page()?.title).toBe("base-select");
  await viewer.leave();
  await expect.poll(async () => (await driver.state()).title).toMatch(/^menulist|^auto/);
  await driver.close();
});

it("goes on showing where the way leads to another host", async () => {
  await using other = await startSite({ "/": page("Elsewhere", "") }, "other");
  const driver = await service.client.startSession(
    { allowed_hosts: [site.host, other.host] },
    signal,
  );
  await driver.navigate(site.url);
  const viewer = await openLive(service.url, driver.id, { token: viewerToken });
  viewers.push(viewer);
  await expect.poll(() => viewer.pictures.length).toBeGreaterThan(0);
  const before = viewer.pictures.length;
  await driver.navigate(other.url);
  await expect.poll(() => viewer.page()).toMatchObject({ title: "Elsewhere" });
  expect(viewer.page()).toMatchObject({ origin: other.url });
  await expect.poll(() => viewer.pictures.length).toBeGreaterThan(before);
  await driver.close();
});

it("a newer viewer takes over, and the session's end is the last word", async () => {
  const { driver, viewer } = await show("/hands");
  const newer = await openLive(service.url, driver.id, { token: viewerToken });
  viewers.push(newer);
  expect(await viewer.closed).toMatchObject({ code: 1005 });
  expect(viewer.said.at(-1)).toEqual({
    type: "end",
    sentence: expect.stringContaining("opened in another place"),
  });
  newer.say({ type: "view", width: 500, height: 500 });
  await expect.poll(() => newer.page()?.width).toBe(500);
  await driver.close();
  await newer.closed;
  expect(newer.said.at(-1)).toEqual({ type: "end", sentence: expect.stringContaining("closed") });
});

it("while somebody looks on a session is not idle, and afterwards it is", async () => {
  // Nobody looks on before the view is open, which takes its time on a busy machine.
  await using own = await startTestService({ idleMs: 2_000 });
  const { driver, viewer } = await show("/moving", { on: own });
  await expect.poll(() => viewer.page()?.title).toBe("Moved");
  // Twice the idle time.
  await wait(4_000);
  expect(await driver.state()).toMatchObject({ title: "Moved" });
  await viewer.leave();
  await expect
    .poll(() => own.lines.some((line) => line.includes("idle session closed")))
    .toBe(true);
});

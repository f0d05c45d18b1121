import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHttpPage } from "./open-http-page.ts";

const form = `<title>New post</title>
  <form method="post" action="/post" enctype="multipart/form-data">
    <input type="hidden" name="csrf" value="c1">
    <label class="field"><span>Caption</span><textarea name="caption">before</textarea></label>
    <label for="f">Photos</label><input id="f" type="file" name="media" multiple>
    <label>Who<select name="who"><option value="a">A</option><option value="b">B</option></select></label>
    <button>Publish</button>
  </form>`;

async function* picture() {
  yield Buffer.from("picture");
}

describe("a page without a browser", () => {
  let server: Server;
  let origin = "";
  const bodies: string[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://x");
      if (pathname === "/hello") {
        response.setHeader("set-cookie", "session=s1; HttpOnly; Path=/");
        response.writeHead(303, { location: "/form" }).end();
      } else if (pathname === "/form") {
        response.end(request.headers.cookie === "session=s1" ? form : "<title>Log in</title>");
      } else if (pathname === "/post") {
        bodies.push((await buffer(request)).toString("latin1"));
        response.writeHead(429, { "retry-after": "7" }).end("<p role=alert>Too fast</p>");
      } else if (pathname === "/away") {
        response.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
      } else if (pathname === "/list") {
        response.end(`<li class=p><a href="/1">One</a><i>x</i><i>y</i></li><li class=p>none</li>`);
      } else if (pathname === "/hang") {
        response.write("<p>");
      } else response.end("0123456789");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    origin = `http://site.localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const open = () =>
    openHttpPage({ allowedHosts: [new URL(origin).host], signal: new AbortController().signal });

  it("follows redirects with cookies, fills in a form and tells how its answer went", async () => {
    const page = open();
    expect(await page.navigate(`${origin}/hello`)).toMatchObject({
      url: `${origin}/form`,
      title: "New post",
      status: 200,
    });
    const file = await page.putFile({ name: "a.jpg", mime: "image/jpeg", bytes: picture });
    await page.act({ action: "fill", target: { label: "Caption" }, value: "Two\nlines" });
    await page.act({ action: "upload", target: { label: "Photos" }, files: [file] });
    await page.act({ action: "select", target: { label: "Who" }, value: "b" });
    const target = { role: "button", name: "Publish" };
    expect(await page.act({ action: "click", target, navigates: true })).toMatchObject({
      status: 429,
      retry_after_ms: 7000,
    });
    const [body = ""] = bodies;
    for (const part of ["c1", "Two\r\nlines", 'filename="a.jpg"', "picture"]) {
      expect(body).toContain(part);
    }
    expect(body).toMatch(/name="who"\r\n\r\nb\r\n/);
    expect(await page.extract({ rows: "[role=alert]", fields: { text: { css: "" } } })).toEqual([
      { text: "Too fast" },
    ]);
  });

  it("gives its cookies, and another page takes them", async () => {
    const page = open();
    await page.navigate(`${origin}/hello`);
    const cookies = await page.cookies();
    expect(cookies).toMatchObject([{ name: "session", value: "s1", domain: "site.localhost" }]);
    expect(await open().cookieLogin(cookies, `${origin}/form`)).toMatchObject({
      title: "New post",
    });
    expect(await open().navigate(`${origin}/form`)).toMatchObject({ title: "Log in" });
  });

  it("reads rows in order; what is missing is null", async () => {
    const page = open();
    await page.navigate(`${origin}/list`);
    const fields = { href: { css: "a", attribute: "href" }, marks: { css: "i", all: true } };
    expect(await page.extract({ rows: ".p", fields })).toEqual([
      { href: "/1", marks: ["x", "y"] },
      { href: null, marks: [] },
    ]);
  });

  it("says which element is gone", async () => {
    const page = open();
    await page.navigate(`${origin}/list`);
    const step = page.act({ action: "click", target: { role: "button", name: "Publish" } });
    await expect(step).rejects.toMatchObject({ code: "platform_changed" });
  });

  it("does not leave the platform, by a redirect neither", async () => {
    await expect(open().navigate("http://127.0.0.1:9/")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(open().navigate(`${origin}/away`)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("gives up on a site that does not answer", async () => {
    const asked = open().navigate(`${origin}/hang`, { timeoutMs: 150 });
    await expect(asked).rejects.toMatchObject({ code: "upstream_unavailable" });
  });

  it("stops a download that is too large", async () => {
    const enough = await open().download(`${origin}/file`, { maxBytes: 10 });
    expect((await buffer(enough.bytes)).toString()).toBe("0123456789");
    const tooLarge = await open().download(`${origin}/file`, { maxBytes: 9 });
    await expect(buffer(tooLarge.bytes)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

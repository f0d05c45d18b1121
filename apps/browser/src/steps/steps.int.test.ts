import type { PageDriver } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { buffer, text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { page, startSite, type TestSite } from "../testing/start-site.ts";
import { startTestService } from "../testing/start-test-service.ts";

let service: Awaited<ReturnType<typeof startTestService>>;
let site: TestSite;
let driver: PageDriver;
const sent: { cookie: string; body: string; method: string }[] = [];
const signal = new AbortController().signal;

beforeAll(async () => {
  service = await startTestService();
  site = await startSite({
    "/": page("Home", `<h1>Home</h1><ul><li><a href="/x">one</a> 1</li><li>two</li></ul>`),
    "/form": page(
      "Form",
      `<form method="post" action="/sent" enctype="multipart/form-data">
         <label>Caption <textarea name="caption"></textarea></label>
         <label for="see">Visibility</label>
         <select id="see" name="see"><option value="a">All</option><option value="s">Some</option></select>
         <label>Photos <input type="file" name="media" multiple></label>
         <button>Publish</button><button type="button" disabled>Later</button>
         <input type="submit" value="Twice"><button type="button">Twice</button>
       </form>`,
    ),
    "/sent": async (request, response) => {
      const { cookie = "", ...rest } = request.headers;
      sent.push({ cookie, body: await text(request), method: request.method ?? "", ...rest });
      response.writeHead(303, { Location: "/done" });
      response.end();
    },
    "/done": page("Done", "<p>Posted</p>"),
    "/busy": (_request, response) => {
      response.writeHead(429, { "Retry-After": "7", "Content-Type": "text/html" });
      response.end(page("Busy", ""));
    },
    "/empty-error": (_request, response) => {
      response.writeHead(500);
      response.end();
    },
    "/broken": (request) => request.socket.destroy(),
    "/hang": () => {},
    "/to-hang": page("To", `<form action="/hang" method="post"><button>Go</button></form>`),
    "/to-broken": page("To", `<form action="/broken" method="post"><button>Go</button></form>`),
    "/file": (request, response) => {
      response.writeHead(200, { "Content-Type": "image/png" });
      response.end(`file of ${request.headers.cookie}`);
    },
    "/large": (_request, response) => {
      response.writeHead(200, { "Content-Type": "video/mp4" });
      response.write(Buffer.alloc(70_000));
      response.end(Buffer.alloc(70_000));
    },
    "/cut": (_request, response) => {
      response.writeHead(200, { "Content-Type": "video/mp4" });
      response.write(Buffer.alloc(7000), () => response.destroy());
    },
    "/gone": (_request, response) => {
      response.writeHead(404);
      response.end();
    },
  });
  driver = await service.client.startSession({ allowed_hosts: [site.host] }, signal);
});
afterAll(async () => {
  await service.close();
  await site[Symbol.asyncDispose]();
});

async function read(path: string, maxBytes = 100_000) {
  const { mime, bytes } = await driver.download(`${site.url}${path}`, { maxBytes });
  return { mime, content: await buffer(bytes) };
}

const refusal = (code: string, message = "") =>
  expect.objectContaining({
    name: "AppError",
    code,
    message: expect.stringContaining(message),
  });

describe("navigate", () => {
  it("opens a page and says what it is", async () => {
    expect(await driver.navigate(`${site.url}/`)).toEqual({
      url: `${site.url}/`,
      title: "Home",
      status: 200,
      retry_after_ms: null,
    });
  });

  it("an error is an answer, with or without a body", async () => {
    expect(await driver.navigate(`${site.url}/busy`)).toMatchObject({
      status: 429,
      retry_after_ms: 7000,
    });
    expect(await driver.navigate(`${site.url}/empty-error`)).toMatchObject({ status: 500 });
  });

  it("no answer is upstream_unavailable: closed, silent, or nobody there", async () => {
    await expect(driver.navigate(`${site.url}/broken`)).rejects.toEqual(
      refusal("upstream_unavailable", "can't be reached"),
    );
    await expect(driver.navigate(`${site.url}/hang`, { timeoutMs: 500 })).rejects.toEqual(
      refusal("upstream_unavailable", "in time"),
    );
    const away = await startSite({});
    const lonely = await service.client.startSession({ allowed_hosts: [away.host] }, signal);
    await away[Symbol.asyncDispose]();
    await expect(lonely.navigate(away.url)).rejects.toEqual(refusal("upstream_unavailable"));
    await lonely.close();
  });
});

describe("act", () => {
  it("fills in a form, with a file, and sends it once", async () => {
    await driver.cookieLogin(
      [
        {
          name: "session",
          value: "cookie-value-1",
          domain: "site.localhost",
          path: "/",
          expires: -1,
          httpOnly: true,
          secure: false,
          sameSite: "Lax",
        },
      ],
      `${site.url}/form`,
    );
    const file = await driver.putFile({
      name: "sunset.png",
      mime: "image/png",
      bytes: async function* () {
        yield Buffer.from("first, ");
        yield Buffer.from("second");
      },
    });
    const caption = "Line one\nLine two 🌅";
    await driver.act({ action: "fill", target: { label: "Caption" }, value: caption });
    await driver.act({ action: "select", target: { label: "Visibility" }, value: "s" });
    await driver.act({ action: "upload", target: { label: "Photos" }, files: [file] });
    expect(sent).toHaveLength(0);
    const state = await driver.act({
      action: "click",
      target: { role: "button", name: "Publish" },
      navigates: true,
    });
    expect(state).toMatchObject({ url: `${site.url}/done`, title: "Done", status: 200 });
    expect(sent).toHaveLength(1);
    const [form] = sent;
    expect(form?.cookie).toBe("session=cookie-value-1");
    expect(form?.body).toContain("Line one\r\nLine two 🌅");
    expect(form?.body).toMatch(/name="see"\r\n\r\ns\r\n/);
    expect(form?.body).toContain('filename="sunset.png"\r\nContent-Type: image/png');
    expect(form?.body).toContain("first, second");
  });

  it("a target that is not there, is there twice or can't be used is platform_changed", async () => {
    await driver.navigate(`${site.url}/form`);
    const click = (name: string) =>
      driver.act({ action: "click", target: { role: "button", name }, timeout_ms: 500 });
    await expect(click("Gone")).rejects.toEqual(
      refusal("platform_changed", 'has no button "Gone"'),
    );
    await expect(click("Twice")).rejects.toEqual(refusal("platform_changed", "has 2 times"));
    await expect(click("Later")).rejects.toEqual(refusal("platform_changed", "can't be used"));
    const select = { action: "select", target: { css: "#see" }, value: "?" } as const;
    await expect(driver.act({ ...select, timeout_ms: 500 })).rejects.toEqual(
      refusal("platform_changed"),
    );
  });

  it("an unknown file is refused", async () => {
    await driver.navigate(`${site.url}/form`);
    await expect(
      driver.act({ action: "upload", target: { label: "Photos" }, files: ["x"] }),
    ).rejects.toEqual(refusal("invalid_input"));
  });

  it.each(["hang", "broken"])("a form whose answer does not come is sent once: %s", async (end) => {
    const before = site.requests.length;
    await driver.navigate(`${site.url}/to-${end}`);
    const click = {
      action: "click",
      target: { role: "button", name: "Go" },
      navigates: true,
      timeout_ms: 5_000,
    } as const;
    await expect(driver.act(click)).rejects.toEqual(refusal("upstream_unavailable"));
    await driver.navigate(`${site.url}/`);
    const posts = site.requests.slice(before).filter((line) => line.startsWith("POST"));
    expect(posts).toEqual([`POST /${end}`]);
  });
});

describe("reading", () => {
  it("extract gives the same fields of each row, in order", async () => {
    await driver.navigate(`${site.url}/`);
    const rows = await driver.extract({
      rows: "li",
      fields: {
        all: { css: "" },
        link: { css: "a", attribute: "href" },
        links: { css: "a", all: true },
      },
    });
    expect(rows).toEqual([
      { all: "one 1", link: "/x", links: ["one"] },
      { all: "two", link: null, links: [] },
    ]);
    expect(await driver.extract({ rows: ".none", fields: {} })).toEqual([]);
    expect(await driver.extract({ rows: ":root", fields: { title: { css: "title" } } })).toEqual([
      { title: "Home" },
    ]);
    await expect(driver.extract({ rows: "a[", fields: {} })).rejects.toEqual(
      refusal("invalid_input"),
    );
  });

  it("observe names what can be used and keeps what was typed to itself", async () => {
    await driver.navigate(`${site.url}/form`);
    await driver.act({ action: "fill", target: { label: "Caption" }, value: "typed-secret" });
    const { state, elements } = await driver.observe();
    expect(state).toMatchObject({ url: `${site.url}/form`, title: "Form" });
    expect(elements).toContainEqual({ role: "textbox", name: "Caption", disabled: false });
    expect(elements).toContainEqual({ role: "button", name: "Publish", disabled: false });
    expect(elements).toContainEqual({ role: "button", name: "Later", disabled: true });
    expect(JSON.stringify(elements)).not.toContain("typed-secret");
  });

  it("screenshot is a PNG", async () => {
    const image = Buffer.from(await driver.screenshot());
    expect(image.subarray(1, 4).toString()).toBe("PNG");
  });

  it("cookies come back as they went in", async () => {
    expect(await driver.cookies()).toEqual([
      expect.objectContaining({ name: "session", value: "cookie-value-1", httpOnly: true }),
    ]);
  });
});

describe("download", () => {
  it("fetches with the session's cookies", async () => {
    const { mime, content } = await read("/file");
    expect(mime).toBe("image/png");
    expect(content.toString()).toBe("file of session=cookie-value-1");
  });

  it("a file over the limit is refused, said beforehand or not", async () => {
    await expect(read("/file", 10)).rejects.toEqual(refusal("invalid_input"));
    await expect(read("/large", 100_000)).rejects.toEqual(refusal("invalid_input"));
    expect((await read("/large", 140_000)).content).toHaveLength(140_000);
  });

  it("a file that breaks off is no file", async () => {
    await expect(read("/cut")).rejects.toEqual(refusal("upstream_unavailable"));
  });

  it("a file that is gone is not_found", async () => {
    await expect(read("/gone")).rejects.toEqual(refusal("not_found"));
  });
});

it("no log line has a cookie, a typed value, an address' path or the token", () => {
  const log = service.lines.join("");
  expect(service.lines.length).toBeGreaterThan(30);
  for (const secret of ["cookie-value-1", "typed-secret", "Line one", "/form", "browser-token"]) {
    expect(log).not.toContain(secret);
  }
});

it("every refusal is an AppError", async () => {
  await expect(driver.navigate("about:blank")).rejects.toBeInstanceOf(AppError);
});

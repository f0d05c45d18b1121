import { createLogger } from "@genie/logger";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Letter } from "./letter-store.ts";
import { type Mailbox, startMailbox } from "./start-mailbox.ts";

let mailbox: Mailbox;
const at = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${mailbox.url.replace("mailbox.localhost", "127.0.0.1")}${path}`, { headers });

beforeAll(async () => {
  const log = createLogger({ service: "mailbox", level: "fatal" });
  mailbox = await startMailbox({ port: 0, smtpPort: 0, log });
});
afterAll(() => mailbox.close());

it("keeps what is sent, and finds it by the address that it went to", async () => {
  await send("ann@example.com", ["Subject: Hello <b>", "", "See https://x.example/a#b"]);
  await send("bob@example.com", ["Subject: Another", "", "Hi"]);
  const { data } = (await (await at("/letters.json?to=ANN@example.com")).json()) as {
    data: Letter[];
  };
  expect(data).toMatchObject([{ to: ["ann@example.com"], subject: "Hello <b>", html: null }]);
  expect(data[0]?.text).toContain("https://x.example/a#b");
  const list = await (await at("/")).text();
  expect(list.indexOf("Another")).toBeLessThan(list.indexOf("Hello &lt;b&gt;"));
  const page = await (await at(`/letters/${data[0]?.id}`)).text();
  expect(page).toContain('href="https://x.example/a#b"');
});

it("shows a letter's HTML where nothing of it runs or is loaded", async () => {
  const html = "<script>alert(1)</script><p>Hi</p>";
  await send("eve@example.com", ["Subject: x", "Content-Type: text/html", "", html]);
  const { data } = (await (await at("/letters.json?to=eve@example.com")).json()) as {
    data: Letter[];
  };
  const shown = await at(`/letters/${data[0]?.id}/html`);
  expect(shown.headers.get("content-security-policy")).toMatch(
    /^sandbox allow-popups [^;]*; default-src 'none'/,
  );
  expect(shown.headers.get("content-security-policy")).not.toContain("allow-scripts");
});

it("has no page for what it does not have", async () => {
  expect((await at("/letters/nothing")).status).toBe(404);
});

/** As a mail program would, line by line. */
async function send(to: string, lines: string[]): Promise<void> {
  const socket = connect(mailbox.smtpPort, "127.0.0.1").setEncoding("utf8");
  const said = [
    "EHLO test",
    "MAIL FROM:<genie@example.com>",
    `RCPT TO:<${to}>`,
    "DATA",
    [...lines, "."].join("\r\n"),
    "QUIT",
  ];
  for await (const text of socket) {
    if (/^\d{3} /m.test(String(text))) {
      const next = said.shift();
      if (next !== undefined) socket.write(`${next}\r\n`);
    }
  }
}

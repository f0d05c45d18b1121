import { readFile } from "node:fs/promises";
import { expect, test } from "./test.ts";

type Entry = {
  request: { method: string; url: string; postData?: { text: string } };
  response: { content: { text?: string; encoding?: string } };
};

test(
  "a journey leaves no secret in the browser, in an address or in an answer that is not its own",
  { tag: "@once" },
  async ({ browser, account, baseURL }, info) => {
    const har = info.outputPath("journey.har");
    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      recordHar: { path: har, content: "embed" },
    });
    const page = await context.newPage();
    await page.goto("/login");
    await page.getByLabel("E-mail").fill(account.email);
    await page.getByLabel("Password", { exact: true }).fill(account.password);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page).toHaveURL("/app");

    await page.goto("/app/settings/tokens");
    await page.getByRole("button", { name: "Create token" }).click();
    await page.getByLabel("Name").fill("A program");
    await page.getByRole("dialog").getByRole("button", { name: "Create token" }).click();
    const field = page.getByLabel("Token", { exact: true });
    await expect(field).toHaveValue(/^ght_/);
    const token = await field.inputValue();
    await page.getByRole("button", { name: "I have copied it" }).click();

    const canary = `canary-${crypto.randomUUID()}`;
    const status = await page.evaluate(async (password) => {
      const answer = await fetch("/api/directus/items/creator_profiles", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          platform: "sandbox",
          username: "robin",
          credentials: { username: "robin", password },
        }),
      });
      return answer.status;
    }, canary);
    expect(status).toBe(200);
    for (const path of ["/app", "/app/platforms", "/app/settings/security"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await expect(page.getByRole("list", { name: "Where you are logged in" })).toBeVisible();

    const cookies = await context.cookies();
    const [session = ""] = cookies.filter(({ httpOnly }) => httpOnly).map(({ value }) => value);
    expect(session).toMatch(/^eyJ/);
    const secrets = { password: account.password, token, canary, session };
    const { origins } = await context.storageState({ indexedDB: true });
    const kept = JSON.stringify([
      origins,
      await page.evaluate(() => [document.cookie, JSON.stringify(sessionStorage)]),
      await page.content(),
    ]);
    for (const [what, text] of Object.entries(secrets)) {
      expect([what, kept.includes(text)]).toEqual([what, false]);
    }

    await context.close();
    const { log }: { log: { entries: Entry[] } } = JSON.parse(await readFile(har, "utf8"));
    expect(log.entries.length).toBeGreaterThan(20);
    const found = Object.entries(secrets).flatMap(([what, text]) =>
      log.entries.flatMap((entry) => tracesIn(entry, what, text)),
    );
    expect(found.toSorted()).toEqual([
      "canary asked by POST /api/directus/items/creator_profiles",
      "password asked by POST /api/directus/auth/login",
      "token answered by POST /api/directus/tokens",
    ]);
  },
);

/** Where a text is in a request, but for the cookie that each one brings. */
function tracesIn({ request, response }: Entry, what: string, text: string): string[] {
  const { pathname } = new URL(request.url);
  const { content } = response;
  const answered =
    content.encoding === "base64"
      ? Buffer.from(content.text ?? "", "base64").toString("utf8")
      : (content.text ?? "");
  const places = {
    "in the address of": decodeURIComponent(request.url),
    "asked by": request.postData?.text ?? "",
    "answered by": answered,
  };
  return Object.entries(places)
    .filter(([, value]) => value.includes(text))
    .map(([place]) => `${what} ${place} ${request.method} ${pathname}`);
}

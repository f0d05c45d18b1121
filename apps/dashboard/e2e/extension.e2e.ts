import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type BrowserContext, chromium, type Page, type Worker } from "@playwright/test";
import { rowsOf } from "./admin-api.ts";
import { chromiumPath, e2eEnv } from "./e2e-env.ts";
import { createSandboxAccount, type SandboxAccount } from "./sandbox.ts";
import { content, examine, expect, test } from "./test.ts";

const folder = join(import.meta.dirname, "..", "..", "extension");
const { hostname, origin, protocol } = new URL(e2eEnv().E2E_BASE_URL);

/**
 * Allowed beforehand, in a build that is the released one but for that: the browser's own question whether
 * an extension may reach a site can't be pressed without a screen. That the release asks it is looked at
 * in its manifest.
 */
const granted = [`${protocol}//${hostname}/*`, "http://sandbox.localhost/*"];

const daySeconds = 86_400;

let work: string;
let context: BrowserContext;
let worker: Worker;

test.beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "genie-extension-"));
  const allowed = granted.flatMap((pattern) => ["--granted", pattern]);
  await promisify(execFile)(process.execPath, ["build.ts", "--out", work, ...allowed], {
    cwd: folder,
  });
  const unpacked = join(work, "chrome-mv3");
  const executablePath = chromiumPath();
  context = await chromium.launchPersistentContext(join(work, "profile"), {
    ...(executablePath !== undefined && { executablePath }),
    chromiumSandbox: false,
    reducedMotion: "reduce",
    args: [
      `--disable-extensions-except=${unpacked}`,
      `--load-extension=${unpacked}`,
      "--disable-gpu",
      "--disable-background-networking",
      // The extension's own requests are nobody's page.
      "--ignore-certificate-errors",
    ],
  });
  worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
});

test.afterAll(async () => {
  await context?.close();
  await rm(work, { recursive: true, force: true });
});

test(
  "the released extension is offered, and may reach no site when it is installed",
  {
    tag: "@once",
  },
  async ({ page }) => {
    for (const browser of ["chromium", "firefox"]) {
      const zip = await page.request.get(`/downloads/extension/${browser}`);
      expect([zip.status(), zip.headers()["content-type"]]).toEqual([200, "application/zip"]);
      expect((await zip.body()).subarray(0, 2).toString()).toBe("PK");
    }
    for (const name of ["chrome-mv3", "firefox-mv3"]) {
      const manifest = JSON.parse(
        await readFile(join(folder, "dist", name, "manifest.json"), "utf8"),
      );
      expect([manifest.host_permissions, manifest.content_scripts]).toEqual([undefined, undefined]);
      expect(manifest.permissions).toEqual(["activeTab", "alarms", "cookies", "storage"]);
      expect(manifest.optional_host_permissions).toEqual(["http://*/*", "https://*/*"]);
    }
  },
);

test(
  "a browser is paired, hands a session over, is revoked and wipes it",
  { tag: "@once" },
  async ({ page, account }, { project: { name: project } }) => {
    const sandbox = await createSandboxAccount({ posts: 12 });
    const sessions = () => rowsOf("platform_sessions", account.email);
    const extension = await openExtension();
    const sent: string[] = [];
    extension.on("request", (request) => {
      if (request.method() === "POST") sent.push(new URL(request.url()).pathname);
    });

    await test.step("paired by a code", async () => {
      await page.goto("/app/settings/extension");
      await expect(content(page).getByText("No browser is paired.")).toBeVisible();
      await page.getByRole("button", { name: "Make a code" }).click();
      const code = await codeOn(page);
      await examine(page, "settings-extension-code", project);
      await extension.getByLabel("Address of your Genie Helper").fill(origin);
      await extension.getByLabel("Code", { exact: true }).fill("00000-00000");
      await extension.getByRole("button", { name: "Pair this browser" }).click();
      await expect(extension.getByRole("alert")).toContainText("This code is wrong, was used");
      await extension.getByLabel("Code", { exact: true }).fill(code.toLowerCase());
      await examine(extension, "extension-pair", project);
      await extension.getByRole("button", { name: "Pair this browser" }).click();
      await expect(extension.getByText(`Paired with ${origin}`)).toBeVisible();
      await expect(page.getByRole("list", { name: "Paired browsers" })).toContainText(
        "Chrome on Linux",
      );
      await examine(page, "settings-extension-paired", project);
    });

    await test.step("nothing goes before she agrees to exactly these cookies", async () => {
      sent.length = 0;
      await extension.getByRole("button", { name: "Connect Sandbox" }).click();
      const dialog = extension.getByRole("dialog", { name: "Hand your session on Sandbox over?" });
      await expect(dialog.getByRole("listitem")).toHaveText([
        "sandbox_session, of sandbox.localhost",
      ]);
      await expect(dialog.getByText(origin)).toBeVisible();
      await examine(extension, "extension-consent", project);
      await dialog.getByLabel("Username").fill(sandbox.username);
      await dialog.getByRole("button", { name: "Allow and hand over" }).click();
      await expect(dialog.getByRole("alert")).toContainText(
        "This browser is not signed in to Sandbox. Sign in there and come back; nothing was sent.",
      );
      expect(sent).toEqual([]);
      const logIn = await dialog.getByRole("link", { name: "Open Sandbox" }).getAttribute("href");
      await signInTo(logIn ?? "", sandbox);
      expect(await sessions()).toEqual([]);
      // What is behind another page is not drawn, and waits for ever to hold still.
      await extension.bringToFront();
      await dialog.getByRole("button", { name: "Allow and hand over" }).click();
      await expect(
        extension.getByText("Your session on Sandbox is handed over and sealed."),
      ).toBeVisible();
    });

    const value = await sandboxCookie();
    await test.step("the cookies are sealed, and the extension keeps none", async () => {
      const [row, ...more] = await sessions();
      expect([row, more]).toMatchObject([
        {
          captured_by: "extension",
          status: "active",
          cookies: { sealed: expect.stringMatching(/^cb1\./) },
        },
        [],
      ]);
      expect(JSON.stringify(row)).not.toContain(value);
      expect(await kept()).not.toContain(value);
      const shown = extension.getByRole("listitem").filter({ hasText: sandbox.username });
      await expect(shown).toContainText(`Sealed with key${String(row?.["key_id"])}`);
      await expect(shown.getByText("Last handed over")).toBeVisible();
      await expect(shown.getByRole("switch", { name: "Keep fresh" })).not.toBeChecked();
      await examine(extension, "extension-connected", project);
    });

    await test.step("the account is read with them", async () => {
      await page.goto("/app/platforms");
      const card = page.getByRole("region", { name: new RegExp(sandbox.username) });
      await expect(card.getByText(/^Signed in/)).toBeVisible();
      await page.goto("/app/media");
      await expect(content(page).getByText("12 entries")).toBeVisible();
      const [profile] = await rowsOf("creator_profiles", account.email);
      expect(profile).toMatchObject({ credentials: null, connection_status: "connected" });
    });

    await test.step("kept fresh once she turns it on, and not before", async () => {
      const [before] = await sessions();
      await renewCookie(2 * daySeconds);
      expect(await freshAlarms()).toEqual([]);
      await extension.getByRole("switch", { name: "Keep fresh" }).check();
      await expect.poll(kept).toContain('"keep_fresh":true');
      await renewCookie(3 * daySeconds);
      await expect.poll(freshAlarms).toEqual(["keep-fresh/sandbox"]);
      await ringAlarm("keep-fresh/sandbox");
      await expect
        .poll(async () => (await sessions())[0]?.["captured_at"])
        .not.toBe(before?.["captured_at"]);
      const [after, ...more] = await sessions();
      expect([after?.["id"], after?.["status"], more]).toEqual([before?.["id"], "active", []]);
      expect(Date.parse(String(after?.["expires_at"]))).toBe(await cookieEndMs());
    });

    await test.step("revoked in the dashboard: the extension says so and forgets", async () => {
      await page.goto("/app/settings/extension");
      await page.getByRole("button", { name: "Revoke Chrome on Linux" }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
      await expect(content(page).getByText("No browser is paired.")).toBeVisible();
      await extension.reload();
      await expect(extension.getByRole("alert")).toContainText(
        "This pairing was revoked in Genie Helper",
      );
      await examine(extension, "extension-revoked", project);
      expect(await kept()).not.toContain("ght_");
    });

    await test.step("paired again by the link, refreshed, wiped and unpaired", async () => {
      await page.getByRole("button", { name: "Make a code" }).click();
      await expect.poll(() => page.url()).toContain("#pair=");
      const filled = await pressToolbarBeside(page.url());
      await expect(filled.getByLabel("Address of your Genie Helper")).toHaveValue(origin);
      await filled.close();
      await extension.getByLabel("Address of your Genie Helper").fill(page.url());
      await expect(extension.getByLabel("Address of your Genie Helper")).toHaveValue(origin);
      await extension.getByRole("button", { name: "Pair this browser" }).click();
      const shown = extension.getByRole("listitem").filter({ hasText: sandbox.username });
      await shown.getByRole("button", { name: /^Refresh/ }).click();
      await extension.getByRole("button", { name: "Allow and hand over" }).click();
      await expect(extension.getByRole("status")).toContainText("handed over and sealed");
      const [first = {}, ...more] = await sessions();
      expect([first["status"], more]).toEqual(["active", []]);

      await shown.getByRole("button", { name: /^Wipe/ }).click();
      await extension.getByRole("dialog").getByRole("button", { name: "Wipe" }).click();
      await expect(extension.getByRole("status")).toContainText("is wiped");
      await expect(shown).toHaveCount(0);
      expect(await sessions()).toMatchObject([
        { id: first["id"], status: "revoked", cookies: null, key_id: null },
      ]);

      await extension.getByRole("button", { name: "Unpair" }).click();
      await extension.getByRole("dialog").getByRole("button", { name: "Unpair" }).click();
      await expect(extension.getByText("This browser is unpaired.")).toBeVisible();
      expect(await rowsOf("extension_pairings", account.email)).toEqual([]);
      expect(await kept()).toBe("{}");
    });
  },
);

async function openExtension(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL("/options.html", worker.url()).href);
  return page;
}

/** What is used here of what an extension has. */
type ExtensionScope = {
  chrome: {
    action: { onClicked: { dispatch: (tab: { url: string }) => void } };
    alarms: {
      create: (name: string, at: { when: number }) => Promise<void>;
      getAll: () => Promise<{ name: string }[]>;
    };
    storage: { local: { get: () => Promise<object> } };
  };
};

/** All that the extension remembers. */
const kept = (): Promise<string> =>
  worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return JSON.stringify(await chrome.storage.local.get());
  });

const freshAlarms = (): Promise<string[]> =>
  worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return (await chrome.alarms.getAll()).map(({ name }) => name);
  });

/** Lets an alarm come at once that would come in half a minute. */
const ringAlarm = (name: string): Promise<void> =>
  worker.evaluate(async (alarm) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    await chrome.alarms.create(alarm, { when: Date.now() });
  }, name);

/** The button in the toolbar is not part of any page, so its event is sent as the browser sends it. */
async function pressToolbarBeside(url: string): Promise<Page> {
  const opened = context.waitForEvent("page");
  await worker.evaluate((seen) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    chrome.action.onClicked.dispatch({ url: seen });
  }, url);
  return opened;
}

async function codeOn(page: Page): Promise<string> {
  const code = content(page).getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  return (await code.textContent()) ?? "";
}

async function signInTo(url: string, { username, password }: SandboxAccount): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: /log in|sign in/i }).click();
  await expect.poll(sandboxCookie).not.toBe("");
  await page.close();
}

async function sandboxCookie(): Promise<string> {
  return (await findCookie())?.value ?? "";
}

async function findCookie() {
  const cookies = await context.cookies();
  return cookies.find(({ name }) => name === "sandbox_session");
}

const cookieEndMs = async () => Math.floor((await findCookie())?.expires ?? 0) * 1000;

/** The same session with another end, as a site sets it now and then. */
async function renewCookie(inSeconds: number): Promise<void> {
  const cookie = await findCookie();
  if (!cookie) throw new Error("there is no session");
  await context.addCookies([{ ...cookie, expires: Math.floor(Date.now() / 1000) + inSeconds }]);
}

import { createDirectusClient } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";
import { connectAccount, replaceLogIn } from "./connect-account.ts";

const messages = messagesFor(defaultLocale);
const platform = {
  id: "sandbox",
  credentialFields: [
    { name: "username", label: "Username", kind: "text", autocomplete: "username" },
    { name: "password", label: "Password", kind: "password", autocomplete: "current-password" },
  ],
  credentials: z.object({ username: z.string().toLowerCase(), password: z.string() }),
} as const;
const credentials = { username: "@Mara", password: "plum" };
const refused = { errors: [{ message: "The queue is away.", extensions: { code: "X" } }] };
const taken = {
  errors: [{ message: "Value is taken.", extensions: { code: "RECORD_NOT_UNIQUE" } }],
};

describe("connectAccount", () => {
  it("stores the account with its log-in, and then has it scraped", async () => {
    const { client, sent } = directusThat({});
    const account = { platform, credentials, timezone: "Europe/Berlin" };
    expect(await connectAccount(client, account, messages)).toBe("scraping");
    expect(sent).toEqual([
      [
        "POST /items/creator_profiles",
        {
          platform: "sandbox",
          username: "mara",
          credentials,
          scrape_enabled: true,
          timezone: "Europe/Berlin",
        },
      ],
      ["POST /items/media_jobs", { job_type: "scrape_profile", creator_profile_id: "new" }],
    ]);
  });

  it("is done when only the scrape can't be started: a second try would meet the account", async () => {
    const { client } = directusThat({ media_jobs: Response.json(refused, { status: 503 }) });
    const account = { platform, credentials, timezone: "UTC" };
    expect(await connectAccount(client, account, messages)).toBe("connected");
  });

  it("says that an account is connected already, and starts nothing", async () => {
    const { client, sent } = directusThat({
      creator_profiles: Response.json(taken, { status: 400 }),
    });
    const account = { platform, credentials, timezone: "UTC" };
    await expect(connectAccount(client, account, messages)).rejects.toThrow(
      messages.platforms.form.exists,
    );
    expect(sent).toHaveLength(1);
  });
});

describe("replaceLogIn", () => {
  it("stores the log-in even while a scrape runs already", async () => {
    const { client, sent } = directusThat({ media_jobs: Response.json(refused, { status: 409 }) });
    expect(await replaceLogIn(client, "profile", credentials)).toBe("connected");
    expect(sent[0]).toEqual(["PATCH /items/creator_profiles/profile", { credentials }]);
  });
});

/** Answers with a new row, or as told for a collection. */
function directusThat(answers: Record<string, Response>) {
  const sent: [string, unknown][] = [];
  const client = createDirectusClient({
    url: "http://directus.example",
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      sent.push([`${request.method} ${pathname}`, await request.json()]);
      const [, , collection = ""] = pathname.split("/");
      return answers[collection] ?? Response.json({ data: { id: "new" } });
    },
  });
  return { client, sent };
}

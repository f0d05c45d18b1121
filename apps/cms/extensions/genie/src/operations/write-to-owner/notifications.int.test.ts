import { once } from "node:events";
import { call, holdWorker, openDatabase, stackUnderTest } from "@genie/testing";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type OwnDirectus, startDirectus } from "../../../../../src/testing/start-directus.ts";
import {
  asWorker,
  claim,
  type Creator,
  dismiss,
  makeCreator,
  makePost,
  reconcile,
  report,
  sending,
  takeOver,
  writeAsPublisher,
} from "../../testing/post-scene.ts";

const caption = "a caption that nobody else may read";
const { adminToken, workerToken, dashboardUrl } = stackUnderTest();
const refused = {
  kind: "refused",
  sentence: "No.",
  retry_after_ms: null,
} as const;
const unknown = { kind: "unknown", sentence: "Who knows." } as const;

describe("notifications", () => {
  const database = openDatabase();
  const post = (columns: object = {}) => makePost(database, alice, { caption, ...columns });
  let letWorkerGoOn: () => void;
  let alice: Creator;

  beforeAll(async () => {
    letWorkerGoOn = await holdWorker();
    alice = await makeCreator(database);
  });
  afterAll(async () => {
    await dismiss(database, alice);
    letWorkerGoOn();
    await database.end();
  });

  it("tell the owner once that a post did not go out", async () => {
    const id = await post();
    await report(await sending(id), refused);
    expect(await told(id)).toEqual(["A post did not go out"]);
  });

  it("tell the owner nothing while a post is looked up, and once that she has to look", async () => {
    const id = await post();
    await report(await sending(id), unknown);
    for (let times = 0; times < 2; times += 1) {
      await writeAsPublisher(database, id, "claimed_until = now() - interval '1 hour'");
      await report(await takeOver(id), unknown);
    }
    await settle();
    expect(await told(id, 0)).toEqual([]);
    await database.query(
      "update publish_attempts set sent_at = now() - interval '2 days' where post_id = $1",
      [id],
    );
    await writeAsPublisher(database, id, "claimed_until = now() - interval '1 hour'");
    await reconcile(id);
    expect(await told(id)).toEqual(["A post may be out, or not"]);
    await asOwner("/publishing/settle", { post_id: id, answer: "leave" });
    await settle();
    expect(await told(id)).toHaveLength(1);
  });

  it("tell the owner once that a post is gone from its platform", async () => {
    const id = await post();
    const proof = { platform_post_id: id, permalink: null, published_at: null };
    await report(await sending(id), { kind: "published", ...proof });
    const gone = { post_id: id, platform_post_id: id, live: false };
    await asWorker("/publishing/live", gone);
    await writeAsPublisher(database, id, "missing_since = now() - interval '10 minutes'");
    for (let times = 0; times < 2; times += 1) await asWorker("/publishing/live", gone);
    await settle();
    expect(await told(id)).toEqual(["A post is gone from its platform"]);
  });

  it("tell the owner once that a post missed its time", async () => {
    const id = await post({ inSeconds: -3600, late_policy: "hold" });
    expect(await claim(id)).toEqual({ kind: "none" });
    expect(await told(id)).toEqual(["A post missed its time"]);
  });

  it("tell nothing of a post that goes out, nor of one that she edits or puts off", async () => {
    const out = await post();
    await report(await sending(out), {
      kind: "published",
      platform_post_id: "1",
      permalink: null,
      published_at: null,
    });
    const failed = await post();
    await report(await sending(failed), refused);
    expect(await told(failed)).toHaveLength(1);
    for (const body of [{ caption: "another" }, { status: "draft" }, { caption: "a third" }]) {
      const { status } = await call("PATCH", `/items/scheduled_posts/${failed}`, {
        token: alice.token,
        from: alice.address,
        body,
      });
      expect(status).toBe(200);
    }
    await settle();
    expect([await told(out, 0), await told(failed)]).toEqual([[], ["A post did not go out"]]);
  });

  it("tell the owner once that an account needs a log-in, and again after it had one", async () => {
    const connection = (connection_status: string) =>
      call("PATCH", `/items/creator_profiles/${alice.profile}`, {
        token: workerToken,
        body: { connection_status, scrape_error: "It ended." },
      });
    for (const state of ["connected", "needs_login", "needs_login", "needs_login"]) {
      expect((await connection(state)).status).toBe(200);
    }
    expect(await told(alice.profile)).toEqual(["An account needs you to sign in"]);
    await connection("connected");
    await connection("expired");
    expect(await told(alice.profile, 2)).toHaveLength(2);
  });

  it("say what happened, whether anything was lost, what to do and where; never a caption", async () => {
    const inbox = await call("GET", "/notifications?limit=-1", {
      token: alice.token,
      from: alice.address,
    });
    const rows = inbox.data as { id: number; message: string; status: string }[];
    expect(rows.length).toBeGreaterThanOrEqual(6);
    for (const { message, status } of rows) {
      expect(message).toContain("Nothing was lost");
      expect(message).toContain(`${dashboardUrl}/app/`);
      expect(message).not.toMatch(/sandbox|caption/i);
      expect(status).toBe("inbox");
    }
    const { status } = await call("PATCH", `/notifications/${rows[0]?.id}`, {
      token: alice.token,
      from: alice.address,
      body: { status: "archived" },
    });
    expect(status).toBe(200);
  });

  it("are in the log of the flow that tells, without the caption", async () => {
    const { rows } = await database.query<{ text: string }>(
      `select data::text as text from directus_revisions
        where collection = 'directus_flows' and data::text like '%' || $1 || '%'`,
      [alice.id],
    );
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(rows.map(({ text }) => text).join()).not.toContain(caption);
  });

  const asOwner = (path: string, body: object) =>
    call("POST", path, { token: alice.token, from: alice.address, body });

  /** What the owner was told of a row, oldest first, once there is as much as that. */
  async function told(item: string, count = 1): Promise<string[]> {
    const read = async () => {
      const { rows } = await database.query<{ subject: string }>(
        "select subject from directus_notifications where item = $1 and recipient = $2 order by id",
        [item, alice.id],
      );
      return rows.map(({ subject }) => subject);
    };
    await vi.waitFor(async () => expect((await read()).length).toBeGreaterThanOrEqual(count), {
      timeout: 60_000,
    });
    return read();
  }

  /** Flows run after the answer: when a later change has been told of, all before it have been. */
  async function settle(): Promise<void> {
    const later = await post();
    await report(await sending(later), refused);
    await told(later);
  }
});

describe("with a mail server", () => {
  const database = openDatabase();
  const letters: { to: string[]; text: string }[] = [];
  let smtp: SMTPServer;
  let directus: OwnDirectus;
  let letWorkerGoOn: () => void;
  let alice: Creator;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      onAuth: ({ username, password }, _session, done) =>
        username === "genie" && password === "a,b"
          ? done(null, { user: "genie" })
          : done(new Error("No.")),
      onData: (stream, { envelope }, done) => {
        let text = "";
        stream.setEncoding("utf8");
        stream.on("data", (part: string) => {
          text += part;
        });
        stream.on("end", () => {
          letters.push({ to: envelope.rcptTo.map(({ address }) => address), text });
          done();
        });
      },
    });
    smtp.listen(0, "127.0.0.1");
    await once(smtp.server, "listening");
    const address = smtp.server.address();
    if (address === null || typeof address === "string") throw new Error("SMTP has no port.");
    directus = await startDirectus({
      EMAIL_FROM: "genie@example.com",
      EMAIL_SMTP_HOST: "127.0.0.1",
      EMAIL_SMTP_PORT: String(address.port),
      EMAIL_SMTP_USER: "genie",
      EMAIL_SMTP_PASSWORD: "a,b",
    });
    letWorkerGoOn = await holdWorker();
    alice = await makeCreator(database);
  });
  afterAll(async () => {
    await directus.stop();
    await dismiss(database, alice);
    letWorkerGoOn();
    await new Promise<void>((done) => smtp.close(done));
    await database.end();
  });

  it("the owner gets a letter with the same words, and nobody else gets one", async () => {
    for (const connection_status of ["connected", "expired"]) {
      const { status } = await call("PATCH", `/items/creator_profiles/${alice.profile}`, {
        token: adminToken,
        to: directus.url,
        body: { connection_status },
      });
      expect(status).toBe(200);
    }
    await vi.waitFor(() => expect(letters).toHaveLength(1), { timeout: 60_000 });
    const [letter] = letters;
    expect(letter?.to).toEqual([alice.email]);
    expect(letter?.text).toMatch(/^From: .*genie@example\.com/m);
    expect(letter?.text).toMatch(/^Subject: An account needs you to sign in/m);
    // Quoted-printable breaks long lines.
    expect(letter?.text.replaceAll("=\r\n", "")).toContain(`${dashboardUrl}/app/platforms`);
    expect(directus.log()).not.toMatch(/via mail/);
  });
});

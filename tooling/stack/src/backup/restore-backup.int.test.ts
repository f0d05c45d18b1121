import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openJson, parseKeyRing } from "@genie/crypto";
import { restoredMark, roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Env, processEnv } from "../env.ts";
import { openInstallation } from "../installation.ts";
import { secretNames } from "../secrets.ts";
import { settingNames } from "../settings.ts";
import { markProcess } from "../supervision/processes.ts";
import { makeBackupKey, readIdentities } from "./backup-key.ts";
import { makeBackup, type MadeBackup } from "./make-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { withDatabase, withServer } from "./server.ts";
import { verifyBackup } from "./verify-backup.ts";

// The stack under test goes on while it is backed up; what is restored is looked at in a folder of its own.

const stack = stackUnderTest();
const database = openDatabase();
const folder = mkdtempSync(join(tmpdir(), "genie-backup-"));
const keyFile = join(folder, "key");
const password = `s3cret-${randomUUID()}`;
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let alice: TestUser;
let profile: string;
let file: string;
let post: string;
let recipient: string;
let made: MadeBackup;

const open = (dataFolder: string) => openInstallation({ ...bare(), GENIE_DATA_DIR: dataFolder });
const verifying = () => readdirSync(tmpdir()).filter((name) => name.startsWith("genie-verify-"));
/** For hangs alone. */
const patience = { timeout: 60_000, interval: 20 };
/** Nothing of what tests are told applies to an installation that is restored. */
const bare = (): Env => ({
  ...processEnv(),
  ...Object.fromEntries([...settingNames, ...secretNames].map((name) => [name, undefined])),
});
const key = () => ({ identities: readIdentities(keyFile) });

beforeAll(async () => {
  // PostgreSQL may run as another user than we.
  chmodSync(folder, 0o711);
  alice = await createUser({ role: roles.creator.id });
  const { token, address: from } = alice;
  const create = async (collection: string, body: object) => {
    const answer = await call("POST", `/items/${collection}?fields=id`, { token, from, body });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining("id")]);
    return (answer.data as { id: string }).id;
  };
  profile = await create("creator_profiles", {
    platform: "sandbox",
    username: `u${randomUUID().slice(0, 8)}`,
    credentials: { username: "alice", password },
  });
  const form = new FormData();
  form.append("file", new File([picture], "dot.png", { type: "image/png" }));
  const sent = await call("POST", "/uploads", { token, from, body: form });
  file = (sent.data as { id: string }).id;
  post = await create("scheduled_posts", {
    creator_profile_id: profile,
    caption: "Due while nobody looked",
    scheduled_for: new Date(Date.now() + 3_600_000).toISOString(),
    timezone: "UTC",
    status: "pending",
  });
  await database.query(
    `insert into account_links (hash, user_id, purpose, email, expires_at)
     values ($1, $2, 'reset', $3, now() + interval '1 hour')`,
    [randomUUID(), alice.id, alice.email],
  );
  recipient = await makeBackupKey(keyFile);
  const running = openInstallation({ ...processEnv(), GENIE_DATA_DIR: dirname(stack.runFile) });
  made = await makeBackup(running, { lock: { recipients: [recipient] }, to: join(folder, "kept") });
});

afterAll(async () => {
  await database.query("delete from scheduled_posts where user_id = $1", [alice.id]);
  await database.query("delete from account_links where user_id = $1", [alice.id]);
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

describe("a backup of what runs", () => {
  it("is told of, has its checksum beside it, and nothing in it can be read without the key", () => {
    expect(made.about.database).toMatchObject({ kind: "cluster", postgres: 18 });
    expect(made.tables).toBeGreaterThan(40);
    const bytes = readFileSync(made.file);
    const sum = createHash("sha256").update(bytes).digest("hex");
    expect(readFileSync(`${made.file}.sha256`, "utf8").split(" ")[0]).toBe(sum);
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
    expect(bytes.includes(alice.email)).toBe(false);
    expect(existsSync(`${made.file}.part`)).toBe(false);
  });

  it("verify brings it up somewhere else, and finds files and rows as they were", async () => {
    // As a run leaves it that was killed.
    const left = mkdtempSync(join(tmpdir(), "genie-verify-"));
    mkdirSync(join(left, "unpacked"));
    writeFileSync(join(left, "unpacked", "keys.env"), "KEY=in the clear");
    writeFileSync(join(left, "lock"), JSON.stringify({ pid: 2, identity: "of one that ended" }));
    const { differences, manifest } = await verifyBackup(made.file, key(), { env: bare() });
    expect(differences).toEqual([]);
    expect(manifest.entries.some(({ path }) => path === `uploads/${file}.png`)).toBe(true);
    expect(existsSync(left)).toBe(false);
  });

  it("verify that is stopped ends its server, and leaves nothing in the clear", async () => {
    const before = new Set(verifying());
    const stopping = new AbortController();
    const stopped = verifyBackup(made.file, key(), { env: bare(), signal: stopping.signal });
    const end = stopped.then(
      () => "verified",
      () => "stopped",
    );
    const cluster = await vi.waitFor(() => {
      const [name = ""] = verifying().filter((one) => !before.has(one));
      const place = join(tmpdir(), name, "unpacked", "postgres");
      expect(existsSync(join(place, "postmaster.pid"))).toBe(true);
      return place;
    }, patience);
    const pid = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    expect(markProcess(pid)).not.toBeNull();
    stopping.abort();
    expect(await end).toBe("stopped");
    expect(markProcess(pid)).toBeNull();
    expect(verifying().filter((one) => !before.has(one))).toEqual([]);
  });

  it("another key opens nothing, and leaves nothing behind", async () => {
    const other = join(folder, "other");
    await makeBackupKey(other);
    const target = open(join(folder, "untouched"));
    const refused = restoreBackup(
      target,
      made.file,
      { identities: readIdentities(other) },
      { replace: false },
    );
    await expect(refused).rejects.toThrow("None of the keys does open this backup. Nothing was");
    expect(existsSync(target.paths.secrets) || existsSync(target.paths.postgres)).toBe(false);
  });
});

describe("what is restored", () => {
  const target = open(join(folder, "restored"));
  const query = <Row>(sql: string, values: unknown[] = []) =>
    withServer(target, (port) =>
      withDatabase(target.databaseUrl(port), async (client) => {
        const { rows } = await client.query(sql, values);
        return rows as Row[];
      }),
    );

  it("is not written over an installation, unless that is said, and that is kept aside then", async () => {
    const { paths } = target;
    mkdirSync(paths.uploads, { recursive: true });
    writeFileSync(join(paths.uploads, "old.png"), picture);
    writeFileSync(paths.secrets, "KEY=old\n");
    const refused = restoreBackup(target, made.file, key(), { replace: false });
    await expect(refused).rejects.toThrow("There is an installation in");
    expect(readFileSync(paths.secrets, "utf8")).toBe("KEY=old\n");

    const { before } = await restoreBackup(target, made.file, key(), { replace: true });
    const [aside = ""] = before;
    expect(readFileSync(join(aside, "secrets.env"), "utf8")).toBe("KEY=old\n");
    expect(existsSync(join(aside, "uploads", "old.png"))).toBe(true);
    expect(existsSync(join(paths.root, "restoring"))).toBe(false);
  });

  it("opens what was sealed, and has the files byte by byte", async () => {
    const [row] = await query<{ credentials: { sealed: string } }>(
      "select credentials from creator_profiles where id = $1",
      [profile],
    );
    const { SEALING_KEYS, SEALING_PRIMARY_KEY } = target.secrets();
    const context = {
      collection: "creator_profiles",
      field: "credentials",
      rowId: profile,
      ownerId: alice.id,
    };
    const ring = parseKeyRing(SEALING_KEYS, SEALING_PRIMARY_KEY);
    expect(openJson(ring, row?.credentials.sealed ?? "", context)).toMatchObject({ password });
    const [restored, own] = [target.paths.uploads, stack.uploadsFolder].map((root) =>
      readFileSync(join(root, `${file}.png`)),
    );
    expect(restored?.equals(own ?? Buffer.alloc(0))).toBe(true);
  });

  it("has nobody signed in, and no letter opens anything", async () => {
    const ways = `select (select count(*)::int from directus_sessions where "user" = $1) as sessions,
                         (select count(*)::int from account_links where user_id = $1 and expires_at > now()) as links,
                         (select count(*)::int from directus_users where id = $1 and signed_out_at > $2) as out`;
    const values = [alice.id, made.about.made_at];
    const { rows } = await database.query(ways, values);
    expect(rows).toEqual([{ sessions: expect.any(Number), links: 1, out: 0 }]);
    expect(rows[0].sessions).toBeGreaterThan(0);
    expect(await query(ways, values)).toEqual([{ sessions: 0, links: 0, out: 1 }]);
  });

  it("sends nothing: publishing is stopped, and the first worker that comes doubts what was due", async () => {
    const [stop] = await query<{ reason: string }>(
      "select reason from publish_stops where cause = 'restore' and platform is null",
    );
    expect(stop?.reason).toContain(made.about.made_at.slice(0, 10));
    const [state] = await query<{ stops: number; seen: number; status: string; queues: number }>(
      `select (select count(*)::int from publish_stops where cause = 'restore' and platform is null) as stops,
              (select last_value::int from genie_publisher_seen) as seen,
              (select status from scheduled_posts where id = $1) as status,
              (select count(*)::int from pg_database where datname = 'genie_queues') as queues`,
      [post],
    );
    expect(state).toEqual({ stops: 1, seen: restoredMark, status: "pending", queues: 0 });
  });
});

import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  openDatabase,
  signIn,
  someAddress,
  stackUnderTest,
} from "@genie/testing";
import { describe, expect, it } from "vitest";
import { genie, run } from "./testing/genie.ts";

describe("genie", () => {
  it("doctor finds an installation that runs in order", async () => {
    const { code, output } = await genie("doctor");
    expect(output).toContain("All is well.");
    expect(code).toBe(0);
  });

  it("cms drift finds nothing, and cms apply changes nothing", async () => {
    expect(await genie("cms", "drift")).toMatchObject({
      code: 0,
      output: expect.stringContaining("No drift"),
    });
    const { code, output } = await genie("cms", "apply");
    const { applied } = JSON.parse(output) as { applied: Record<string, number> };
    expect(Object.entries(applied).filter(([, changes]) => changes > 0)).toEqual([]);
    expect(Object.keys(applied).length).toBeGreaterThan(0);
    expect(code).toBe(0);
  });

  it("keys are shown, and nothing is left to seal with the one that seals", async () => {
    const { output } = await genie("keys", "status");
    expect(output).toMatch(/^Key 1: seals, and opens$/m);
    expect((await genie("keys", "rotate")).output).toContain(
      "Nothing was left to seal with key 1.",
    );
    for (const args of [["new"], ["remove", "1"]]) {
      const refused = await genie("keys", ...args);
      expect([refused.code, refused.output]).toEqual([1, expect.not.stringMatching(/1:/)]);
    }
    expect((await genie("keys", "remove", "one")).output).toContain("is a whole number");
  });

  it("a created person can sign in, a suspended one can't, an activated one can again", async () => {
    const email = `${randomUUID()}@example.com`;
    const created = await genie("users", "create", email.toUpperCase());
    const password = created.output.match(/password (\S+)/)?.[1] ?? "";
    const address = someAddress();
    const token = await signIn({ email, password, address });
    expect((await call("GET", "/users/me", { token })).status).toBe(200);
    expect((await genie("users", "list")).output).toContain(email);

    expect((await genie("users", "suspend", email)).code).toBe(0);
    expect((await call("GET", "/items/creator_profiles", { token })).status).toBe(401);
    await expect(signIn({ email, password, address })).rejects.toThrow("refused");

    expect((await genie("users", "activate", email)).code).toBe(0);
    await signIn({ email, password, address });

    const reset = await genie("users", "password", email);
    const next = reset.output.match(/is (\S+)\. She/)?.[1] ?? "";
    await signIn({ email, password: next, address });
    await expect(signIn({ email, password, address })).rejects.toThrow("refused");

    await genie("users", "suspend", email);
    const suspended = await genie("users", "password", email);
    expect(suspended.output).toContain(`users activate ${email}`);
    const last = suspended.output.match(/is (\S+)\. She/)?.[1] ?? "";
    await genie("users", "activate", email);
    await signIn({ email, password: last, address });

    const again = await genie("users", "create", email);
    expect(again).toMatchObject({
      code: 1,
      output: expect.stringContaining("has an account already"),
    });
  });

  it("an account is found in whatever spelling its address is given or stored", async () => {
    const { adminToken: token } = stackUnderTest();
    const name = randomUUID();
    const stored = [
      { email: `${name}@Example.COM`, written: `${name.toUpperCase()}@example.com` },
      { email: `${name}@xn--bcher-kva.com`, written: `${name}@BÜCHER.com` },
    ];
    for (const { email, written } of stored) {
      const body = { email, password: randomUUID(), role: roles.creator.id, status: "active" };
      const { data } = await call("POST", "/users", { token, body });
      expect((await genie("users", "suspend", written)).code).toBe(0);
      const { id } = data as { id: string };
      const after = await call("GET", `/users/${id}?fields=status`, { token });
      expect(after.data).toEqual({ status: "suspended" });
      await call("DELETE", `/users/${id}`, { token });
    }
  });

  it("an account that nobody opened yet is named, and opened by a letter alone", async () => {
    const { adminToken: token } = stackUnderTest();
    const waiting = [
      { status: "unverified", name: "not confirmed", command: "activate" },
      // Suspended and activated again it would be open as well.
      { status: "invited", name: "invited", command: "suspend" },
      { status: "invited", name: "invited", command: "password" },
    ].map((one) => ({ ...one, email: `${randomUUID()}@example.com` }));
    for (const { status, email } of waiting) {
      const body = { email, password: randomUUID(), role: roles.creator.id, status };
      expect((await call("POST", "/users", { token, body })).status).toBe(200);
    }
    const lines = (await genie("users", "list")).output.split("\n");
    for (const { status, name, command, email } of waiting) {
      expect(lines.find((line) => line.includes(email))).toContain(name);
      expect(await genie("users", command, email)).toMatchObject({
        code: 1,
        output: expect.stringContaining(`users invite ${email}`),
      });
      const path = `/users?filter[email][_eq]=${email}`;
      const left = await call("GET", `${path}&fields=id,status`, { token });
      const [row] = left.data as { id: string; status: string }[];
      expect(row?.status).toBe(status);
      await call("DELETE", `/users/${row?.id}`, { token });
    }
  });

  it("publishing is stopped for one platform, says so, and goes on", async () => {
    const platform = `p-${randomUUID()}`;
    const only = ["--platform", platform];
    expect(await genie("publishing", "stop", ...only, "--reason", "It is away.")).toMatchObject({
      code: 0,
    });
    const again = await genie("publishing", "stop", ...only);
    expect([again.code, again.output]).toEqual([1, expect.stringContaining("stopped already")]);
    const { output } = await genie("publishing", "status");
    expect(output).toMatch(new RegExp(`Nothing is sent to ${platform} since .* It is away\\.`));
    expect((await genie("publishing", "go-on", ...only)).code).toBe(0);
    expect((await genie("publishing", "status")).output).not.toContain(platform);
    expect((await genie("publishing", "go-on", ...only)).code).toBe(1);
  });

  it("after a restore it shows what would go out, and goes on when that was looked at", async () => {
    const platform = `p-${randomUUID()}`;
    const { id } = await createUser({ role: roles.creator.id });
    const database = openDatabase();
    const { rows } = await database.query<{ id: string }>(
      `with account as (
         insert into creator_profiles (id, user_id, platform, username)
         values (gen_random_uuid(), $1, $2, 'moved') returning id
       ), stop as (
         insert into publish_stops (id, platform, cause, reason, date_created)
         values (gen_random_uuid(), $2, 'restore', 'The data is that of long ago.', now())
       )
       insert into scheduled_posts (id, user_id, creator_profile_id, caption, status, scheduled_for)
       select gen_random_uuid(), $1, id, 'secret words', 'pending', now() + interval '1 day' from account
       returning id`,
      [id, platform],
    );
    const only = ["--platform", platform, "--anyway"];
    const asked = await genie("publishing", "go-on", ...only);
    expect(asked).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^The data is that of long ago\.\n1 post goes out at the time/),
    });
    expect(asked.output).toContain(`${platform} @moved  ${rows[0]?.id}`);
    expect(asked.output).not.toContain("secret words");
    expect((await genie("publishing", "status")).output).toContain(platform);
    expect((await genie("publishing", "go-on", ...only, "--yes")).code).toBe(0);
    expect((await genie("publishing", "status")).output).not.toContain(platform);
    await database.query("delete from directus_users where id = $1", [id]);
    await database.end();
  });

  it("a library is classified again, by the worker, until nothing is due", async () => {
    const user = await createUser({ role: roles.creator.id });
    const { token, address: from } = user;
    for (const caption of ["Golden hour", "A photo shoot"]) {
      const body = { media_type: "image", caption };
      await call("POST", "/items/scraped_media", { token, from, body });
    }
    const of = ["--creator", user.email];
    const first = await genie("taxonomy", "reclassify", ...of, "--anew");
    expect(first).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^2 of 2$[^]*^2 entries classified\.$/m),
    });
    expect((await genie("taxonomy", "status", ...of)).output).toBe(
      "2 entries: 2 classified, 0 due, 0 out of date.\n",
    );
    expect(await genie("taxonomy", "reclassify", ...of, "--outdated")).toMatchObject({
      code: 0,
      output: "Nothing is due. Nothing was changed.\n",
    });
  });

  it("query shows rows without what is sealed", async () => {
    const user = await createUser({ role: roles.creator.id });
    const { token, address: from } = user;
    const username = `u${randomUUID().slice(0, 8)}`;
    const credentials = { username, password: "never shown" };
    const body = { platform: "sandbox", username, credentials };
    await call("POST", "/items/creator_profiles", { token, from, body });
    const filter = ["--filter", JSON.stringify({ username: { _eq: username } })];
    const { code, output } = await genie(
      "query",
      "creator_profiles",
      ...filter,
      "--format",
      "json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject([{ username, platform: "sandbox" }]);
    expect(output).not.toMatch(/sealed|cb1\.|credentials/);
    const path = ["--fields", "user_id.email", "--format", "csv"];
    const csv = await genie("query", "creator_profiles", ...filter, ...path);
    expect(csv.output).toBe(`user_id.email\r\n${user.email}\r\n`);
  });

  it("logs are lines for people, and restart brings a service back", async () => {
    const restarted = await genie("restart", "mcp");
    expect(restarted).toEqual({ code: 0, output: "mcp is up again.\n" });
    const { output } = await genie("logs", "mcp", "--lines", "3");
    expect(output).toMatch(/^\d{4}-\d\d-\d\dT\S+Z mcp +info  /m);
  });

  it("a person who lost her authenticator app is let in again", async () => {
    const user = await createUser({ role: roles.creator.id });
    const database = openDatabase();
    try {
      await database.query("update directus_users set tfa_secret = 'JBSWY3DP' where id = $1", [
        user.id,
      ]);
    } finally {
      await database.end();
    }
    await expect(signIn(user)).rejects.toThrow("INVALID_OTP");
    expect((await genie("users", "two-factor-off", user.email)).code).toBe(0);
    await signIn(user);
  });

  it("all of a person's is saved in a file", async () => {
    const user = await createUser({ role: roles.creator.id });
    const folder = await mkdtemp(join(tmpdir(), "genie-export-"));
    const file = join(folder, "all.zip");
    try {
      expect(await genie("export", user.email, "--to", file)).toMatchObject({
        code: 0,
        output: `Everything of ${user.email} is in ${file}.\n`,
      });
      expect(await readdir(folder)).toEqual(["all.zip"]);
      const end = (await readFile(file)).subarray(-2000).toString("latin1");
      expect(end).toMatch(/people\/account\.csv[^]*manifest\.json/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("a person is deleted with a report", async () => {
    const user = await createUser({ role: roles.creator.id });
    expect(await genie("users", "delete", user.email, "--yes")).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Done: \d{4}-[^]*What stays/m),
    });
    expect((await genie("users", "list")).output).not.toContain(user.email);
  });

  it.each([
    [["users", "create", "nobody"], "is not an e-mail address"],
    [["users", "suspend", "nobody@example.com"], "Nobody has the address"],
    [["users", "delete", "nobody@example.com"], "'--yes' not specified"],
    [
      ["users", "create", "a@example.com", "--role", "owner"],
      "Allowed choices are creator, viewer",
    ],
    [["taxonomy", "status", "--creator", "nobody@example.com"], "Nobody has the address"],
    [["backup", "--keep", "none"], "How many stay is a whole number"],
    [["backup"], "Nothing says what the backup is locked with. No backup was made."],
    [["backup", "--recipient", "ssh-rsa"], '"ssh-rsa" is no public key of age.'],
    [["backup", "verify", "/nowhere.age", "--identity", "/nowhere"], "/nowhere can't be read."],
    [["restore", "/nowhere.age", "--identity", import.meta.filename], "Genie Helper is running."],
    [["query", "secrets"], 'There is no collection "secrets". There are: '],
    [["query", "creator_profiles", "--fields", "credentials"], "which are never shown"],
    [["query", "creator_profiles", "--limit", "1001"], "a whole number from 1 to 1000"],
    [["query", "creator_profiles", "--filter", "all"], "A filter is JSON in single quotes"],
    [["logs", "nobody"], 'There is no service "nobody". There are: '],
    [["restart", "postgres"], 'There is no service "postgres" to restart.'],
    [["flows", "run", "post-create"], "An action runs with the rights of a person."],
    [["dance"], "unknown command"],
  ])("%j is refused with a sentence", async (args, sentence) => {
    const { code, output } = await genie(...args);
    expect(output).toContain(sentence);
    expect(code).toBe(1);
  });

  it("says that nothing runs", async () => {
    const folder = await mkdtemp(join(tmpdir(), "genie-empty-"));
    try {
      expect(await run(folder, ["users", "list"])).toEqual({
        code: 1,
        output: "Genie Helper is not running. Start it with npm start.\n",
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

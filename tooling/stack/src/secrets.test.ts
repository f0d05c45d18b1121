import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSecrets, loadSecrets, secretNames } from "./secrets.ts";

const data = { place: "The data folder /srv/genie", howToDelete: "run `npm run reset`" };
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genie-secrets-"));
  path = join(folder, "secrets.env");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function rewrite(change: (values: Record<string, string | undefined>) => void): void {
  const values = parseEnv(readFileSync(path, "utf8"));
  change(values);
  const lines = Object.entries(values).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(path, lines.join("\n"));
}

describe("secrets of a new installation", () => {
  it("are complete, in a file that only its owner can read, and nothing else is left there", () => {
    const secrets = loadSecrets(path, {}, null);
    expect(Object.keys(secrets)).toEqual([...secretNames]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["secrets.env"]);
  });

  it("are read back the same", () => {
    expect(loadSecrets(path, {}, null)).toEqual(loadSecrets(path, {}, data));
  });

  it("differ from installation to installation and from name to name", () => {
    const values = [createSecrets(path, {}), createSecrets(path, {})].flatMap(
      ({ SEALING_PRIMARY_KEY: _id, ADMIN_EMAIL: _email, ...rest }) => Object.values(rest),
    );
    expect(new Set(values).size).toBe(values.length);
  });

  it("are taken from the environment where it gives them, and then not written down", () => {
    const given = { ADMIN_EMAIL: "ada@example.com", SECRET: "s".repeat(40) };
    expect(loadSecrets(path, given, null)).toMatchObject(given);
    expect(readFileSync(path, "utf8")).not.toMatch(/^(SECRET|ADMIN_EMAIL)=/m);
  });
});

describe("secrets of an existing installation", () => {
  it("are never made anew over data", () => {
    expect(() => loadSecrets(path, {}, data)).toThrow(
      /^The data folder \/srv\/genie holds data, but the file with its keys, .*secrets\.env, is gone\. Put that file back/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["a missing secret", /^SECRET is missing\. Put back/, (v) => delete v["SECRET"]],
    ["a short secret", /^WORKER_TOKEN is shorter than 32/, (v) => (v["WORKER_TOKEN"] = "hunter2")],
    ["no sealing key", /^SEALING_KEYS is missing/, (v) => delete v["SEALING_KEYS"]],
    [
      "a short sealing key",
      /^Key 1 in SEALING_KEYS has 7 bytes/,
      (v) => (v["SEALING_KEYS"] = "1:aHVudGVyMg=="),
    ],
    [
      "a sealing key cut off",
      /^Key 1 in SEALING_KEYS/,
      (v) => (v["SEALING_KEYS"] = v["SEALING_KEYS"]?.slice(0, -5)),
    ],
    [
      "a sealing key twice",
      /^SEALING_KEYS has key 1 twice/,
      (v) => (v["SEALING_KEYS"] += `,${v["SEALING_KEYS"]}`),
    ],
    [
      "an unknown primary key",
      /^SEALING_PRIMARY_KEY names no key/,
      (v) => (v["SEALING_PRIMARY_KEY"] = "7"),
    ],
    ["a short password", /^ADMIN_PASSWORD is shorter/, (v) => (v["ADMIN_PASSWORD"] = "hunter2")],
    ["a broken e-mail", /^ADMIN_EMAIL is not an e-mail/, (v) => (v["ADMIN_EMAIL"] = "admin")],
  ] satisfies [string, RegExp, (values: Record<string, string | undefined>) => unknown][])(
    "with %s are refused with a sentence that holds no value",
    (_case, sentence, damage) => {
      createSecrets(path, {});
      rewrite(damage);
      const load = () => loadSecrets(path, {}, data);
      expect(load).toThrow(sentence);
      expect(load).toThrow(
        expect.objectContaining({ message: expect.not.stringMatching(/hunter2|aHVudGVyMg/) }),
      );
    },
  );

  it("get the tokens that an earlier release did not have, once, and keep all else", () => {
    createSecrets(path, {});
    rewrite((values) => {
      delete values["BROWSER_TOKEN"];
      delete values["BROWSER_VIEWER_TOKEN"];
      delete values["SANDBOX_ADMIN_TOKEN"];
      delete values["INBOUND_WEBHOOK_SECRET"];
    });
    const before = `# Ours.\n${readFileSync(path, "utf8")}`;
    writeFileSync(path, before);
    const secrets = loadSecrets(path, {}, data);
    expect(secrets.BROWSER_TOKEN).toMatch(/^.{43}$/);
    expect(secrets.SANDBOX_ADMIN_TOKEN).not.toBe(secrets.BROWSER_TOKEN);
    expect(readFileSync(path, "utf8")).toContain(`${before}\nBROWSER_TOKEN="`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadSecrets(path, {}, data)).toEqual(secrets);
  });

  it("get no new token while another secret is missing", () => {
    createSecrets(path, {});
    rewrite((values) => {
      delete values["BROWSER_TOKEN"];
      delete values["SECRET"];
    });
    const before = readFileSync(path, "utf8");
    expect(() => loadSecrets(path, {}, data)).toThrow(/^SECRET is missing\. Put back/);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("may all come from the environment, without the tokens that can be made", () => {
    const {
      BROWSER_TOKEN: _browser,
      BROWSER_READER_TOKEN: _reader,
      BROWSER_VIEWER_TOKEN: _viewer,
      SANDBOX_ADMIN_TOKEN: _sandbox,
      INBOUND_WEBHOOK_SECRET: _webhook,
      ...rest
    } = createSecrets(path, {});
    rmSync(path);
    expect(loadSecrets(path, rest, data)).toMatchObject(rest);
  });

  it("with one name twice are refused", () => {
    createSecrets(path, {});
    writeFileSync(path, `${readFileSync(path, "utf8")}KEY="${"k".repeat(40)}"\n`);
    expect(() => loadSecrets(path, {}, null)).toThrow(/^KEY is in secrets\.env twice/);
  });

  it("tell all that is wrong at once", () => {
    createSecrets(path, {});
    rewrite((values) => {
      delete values["KEY"];
      values["SECRET"] = "short";
    });
    expect(() => loadSecrets(path, {}, null)).toThrow(/^KEY is missing.*\nSECRET is shorter/);
  });
});

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readEnvFile } from "../env.ts";
import { checkSecrets, secretNames } from "../secrets.ts";
import { parseSettings } from "../settings.ts";
import { writeNewEnv } from "./write-new-env.ts";

let root: string;
let path: string;
const write = (origin = "https://genie.example.com") =>
  writeNewEnv(path, { origin, email: "me@example.com", root });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "genie-make-env-"));
  path = join(root, ".env");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("a new .env has all keys and settings of a server, and only its owner can read it", () => {
  write();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const env = readEnvFile(path);
  expect(Object.keys(checkSecrets(env))).toEqual([...secretNames]);
  expect(env["ADMIN_EMAIL"]).toBe("me@example.com");
  expect(parseSettings(env, root)).toMatchObject({
    DASHBOARD_URL: "https://genie.example.com",
    TRUSTED_PROXIES: "127.0.0.1",
    DATABASE_URL: `postgresql://genie:${env["DATABASE_PASSWORD"]}@127.0.0.1:5432/genie`,
  });
});

it("nothing in it needs quotes, so that shells and container programs read the same", () => {
  write();
  const lines = readFileSync(path, "utf8").split("\n");
  const values = lines.filter((line) => line !== "" && !line.startsWith("#"));
  expect(values.filter((line) => !/^[A-Z_]+=[\w:/@.+=-]+$/.test(line))).toEqual([]);
});

it("two have no key in common", () => {
  write();
  const first = checkSecrets(readEnvFile(path));
  rmSync(path);
  write();
  const second = checkSecrets(readEnvFile(path));
  const same = secretNames.filter((name) => first[name] === second[name]);
  expect(same).toEqual(["SEALING_PRIMARY_KEY", "ADMIN_EMAIL"]);
});

it("one that is there is not touched", () => {
  writeFileSync(path, "KEY=mine\n");
  expect(() => write()).toThrow(/is there already.+Nothing was changed/);
  expect(readFileSync(path, "utf8")).toBe("KEY=mine\n");
});

it("an installation with keys of its own gets no others", () => {
  mkdirSync(join(root, ".data"));
  writeFileSync(join(root, ".data", "secrets.env"), "KEY=mine\n");
  expect(() => write()).toThrow(/with keys of its own/);
  expect(readdirSync(root)).toEqual([".data"]);
});

it.each(["genie.example.com", "https://genie.example.com/app", "https://genie.example.com/"])(
  "%s is no origin, and nothing is written",
  (origin) => {
    expect(() => write(origin)).toThrow(/DASHBOARD_URL is not a web address/);
    expect(readdirSync(root)).toEqual([]);
  },
);

import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKeyRing } from "@genie/crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addSealingKey, removeSealingKey } from "./sealing-keys.ts";
import { createSecrets, readSecrets } from "./secrets.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genie-keys-"));
  path = join(folder, "secrets.env");
  createSecrets(path, {});
});
afterEach(() => rmSync(folder, { recursive: true }));

const ringOf = () => {
  const { SEALING_KEYS, SEALING_PRIMARY_KEY } = readSecrets(path, {});
  return parseKeyRing(SEALING_KEYS, SEALING_PRIMARY_KEY);
};

it("a new key seals, the old one stays, and nothing else in the file changes", () => {
  const { SEALING_KEYS: before, SEALING_PRIMARY_KEY: _id, ...others } = readSecrets(path, {});
  expect(addSealingKey(path, {})).toBe(2);
  expect(ringOf()).toMatchObject({ primaryId: 2 });
  const { SEALING_KEYS: after, SEALING_PRIMARY_KEY: _new, ...same } = readSecrets(path, {});
  expect(after).toMatch(new RegExp(`^2:.+,${before.replaceAll("+", "\\+")}$`));
  expect(same).toEqual(others);
  expect(readFileSync(path, "utf8")).toMatch(/^# The keys of this installation/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("an old key is taken out, and its id is never given again while a later one is there", () => {
  addSealingKey(path, {});
  removeSealingKey(path, {}, 1);
  expect([...ringOf().masters.keys()]).toEqual([2]);
  expect(addSealingKey(path, {})).toBe(3);
});

it.each([
  [2, /^Key 2 seals\. Make another first/],
  [7, /^There is no key 7\. There are: 2, 1\./],
])("key %i is not taken out", (id, sentence) => {
  addSealingKey(path, {});
  const before = readFileSync(path, "utf8");
  expect(() => removeSealingKey(path, {}, id)).toThrow(sentence);
  expect(readFileSync(path, "utf8")).toBe(before);
});

it("keys of the environment are the environment's to change", () => {
  const env = { SEALING_KEYS: readSecrets(path, {}).SEALING_KEYS };
  expect(() => addSealingKey(path, env)).toThrow(/^SEALING_KEYS comes from the environment/);
});

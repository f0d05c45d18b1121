import { expect, it } from "vitest";
import { describeKeys } from "./describe-keys.ts";

const credentials = { collection: "creator_profiles", field: "credentials" };
const cookies = { collection: "platform_sessions", field: "cookies" };

it("says of each key what it does, and what is left to do", () => {
  const keys = [
    { id: 1, isThere: true, values: [{ ...credentials, count: 7 }] },
    { id: 2, isThere: true, values: [] },
    { id: 3, isThere: true, values: [{ ...cookies, count: 1 }] },
  ];
  expect(describeKeys({ primary: 3, keys, damaged: [] })).toEqual({
    isWell: true,
    lines: [
      "Key 1: opens only",
      "  creator_profiles.credentials: 7",
      "Key 2: seals nothing any more. Take it out: npm run genie -- keys remove 2",
      "Key 3: seals, and opens",
      "  platform_sessions.cookies: 1",
      "Seal it all with key 3: npm run genie -- keys rotate",
    ],
  });
});

it("needs somebody when a key is missing or a value is none", () => {
  const keys = [
    { id: 1, isThere: false, values: [{ ...credentials, count: 2 }] },
    { id: 2, isThere: true, values: [] },
  ];
  const { lines, isWell } = describeKeys({
    primary: 2,
    keys,
    damaged: [{ ...cookies, count: 1 }],
  });
  expect(isWell).toBe(false);
  expect(lines).toContain("Key 1: missing, and these need it");
  expect(lines).toContain("SEALING_KEYS lacks key 1. Put it back from your backup of secrets.env.");
  expect(lines).toContain(
    "platform_sessions.cookies: 1 value is no sealed value. Enter those again.",
  );
});

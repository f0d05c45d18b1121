import { expect, it } from "vitest";
import { parseOptions } from "./options.ts";

it("does everything with nothing said, but what only Redis can suffer", () => {
  expect(parseOptions([])).toMatchObject({
    backend: "postgres",
    classes: ["idempotent", "lookup", "blind"],
    faults: ["kill", "pause", "postgres", "directus", "outage"],
    control: false,
  });
  expect(parseOptions(["--backend", "redis"]).faults).toEqual(
    expect.arrayContaining(["redis", "flush"]),
  );
});

it.each([
  [["--posts", "0"], "--posts takes a whole number from 1 on."],
  [["--workers", "1"], "--workers takes a whole number from 2 on."],
  [["--class", "lookup,sure"], "--class takes idempotent, lookup, blind, bluesky, mastodon."],
  [["--backend", "none"], "--backend takes postgres, redis."],
])("says what %j may be", (args, sentence) => {
  expect(() => parseOptions(args)).toThrow(sentence);
});

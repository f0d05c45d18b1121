import type { PageDriver } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { expect, it } from "vitest";
import { waitForPlace } from "./wait-for-place.ts";

const request = { allowed_hosts: ["fake.example"] };
const driver = {} as PageDriver;
const { signal } = new AbortController();
const full = new AppError("rate_limited", "All 6 browser sessions are in use.");

function service(...answers: (Error | PageDriver)[]) {
  let calls = 0;
  const startSession = async () => {
    calls += 1;
    const answer = answers.shift() ?? full;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { startSession, calls: () => calls };
}

it("waits while all places are taken", async () => {
  const { startSession, calls } = service(full, driver);
  expect(await waitForPlace(startSession)(request, signal)).toBe(driver);
  expect(calls()).toBe(2);
});

it("gives up after its patience, which is no pause that a platform wants, and at once when it is stopped", async () => {
  const { startSession } = service();
  await expect(waitForPlace(startSession, -1)(request, signal)).rejects.toMatchObject({
    code: "upstream_unavailable",
    message: full.message,
  });
  const stopping = new AbortController();
  const waiting = waitForPlace(startSession)(request, stopping.signal);
  stopping.abort();
  await expect(waiting).rejects.toThrow("abort");
});

it("does not wait for anything else", async () => {
  const away = new AppError("upstream_unavailable", "The browser service is not running.");
  const { startSession, calls } = service(away);
  await expect(waitForPlace(startSession)(request, signal)).rejects.toBe(away);
  expect(calls()).toBe(1);
});

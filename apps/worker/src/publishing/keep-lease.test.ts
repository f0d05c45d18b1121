import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepLease } from "./keep-lease.ts";

type Renew = Parameters<typeof keepLease>[0];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("renews every 20 seconds, and not after it has stopped", async () => {
  const renew = vi.fn<Renew>(async () => "renewed");
  const lease = keepLease(renew);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(renew).toHaveBeenCalledTimes(3);
  lease.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(renew).toHaveBeenCalledTimes(3);
});

it("says that the claim is lost, once, and asks no more", async () => {
  const renew = vi.fn<Renew>(async () => "lost");
  const lease = keepLease(renew);
  await vi.advanceTimersByTimeAsync(90_000);
  expect(renew).toHaveBeenCalledTimes(1);
  expect(lease.lost.aborted).toBe(true);
});

it("asks again when the ledger did not answer", async () => {
  const renew = vi.fn<Renew>();
  renew.mockRejectedValueOnce(new Error("away")).mockResolvedValue("renewed");
  const lease = keepLease(renew);
  await vi.advanceTimersByTimeAsync(41_000);
  expect(renew).toHaveBeenCalledTimes(2);
  expect(lease.lost.aborted).toBe(false);
  lease.stop();
});

it("renews at once after a pause of more than half a lease, by the monotonic clock", async () => {
  let now = 0;
  const renew = vi.fn<Renew>(async () => "renewed");
  const lease = keepLease(renew, { now: () => now });
  now = 30_000;
  await lease.ensureFresh();
  expect(renew).not.toHaveBeenCalled();
  now = 30_001;
  await lease.ensureFresh();
  expect(renew).toHaveBeenCalledTimes(1);
  await lease.ensureFresh();
  expect(renew).toHaveBeenCalledTimes(1);
  lease.stop();
});

it("does not take a claim for fresh that could not be renewed", async () => {
  let now = 0;
  const lease = keepLease(() => Promise.reject(new Error("away")), { now: () => now });
  now = 40_000;
  await expect(lease.ensureFresh()).rejects.toThrow("away");
  lease.stop();
});

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import type { OutcomeReport } from "@genie/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claim } from "../testing/fake-claim.ts";
import { keptLog } from "../testing/kept-log.ts";
import { outcomeSpool } from "./outcome-spool.ts";

const report: OutcomeReport = {
  post_id: claim.post_id,
  claim_token: claim.claim_token,
  outcome: { kind: "published", platform_post_id: "p1", permalink: null, published_at: null },
};
const away = new AppError("upstream_unavailable", "Directus is away.");

describe("the spool of outcomes", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "genie-spool-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  function spoolWith(send: (report: OutcomeReport) => Promise<unknown>) {
    const { log, lines } = keptLog();
    return { ...outcomeSpool({ folder, send, log, pausesMs: [1, 1] }), lines };
  }

  it("has written an outcome down before it delivers it, and forgets it then", async () => {
    const onDisk: string[][] = [];
    const { report: tell } = spoolWith(async () => void onDisk.push(await readdir(folder)));
    await tell(report);
    expect(onDisk).toEqual([[`${report.post_id}.${report.claim_token}.json`]]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("keeps an outcome for later while Directus is away, readable by its owner alone", async () => {
    const { report: tell } = spoolWith(() => Promise.reject(away));
    await tell(report);
    const [name = ""] = await readdir(folder);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(join(folder, name), "utf8"))).toEqual(report);

    const delivered: OutcomeReport[] = [];
    const next = spoolWith(async (late) => void delivered.push(late));
    await next.deliver();
    expect(delivered).toEqual([report]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("tries again at once when Directus was away for a moment", async () => {
    let calls = 0;
    const { report: tell } = spoolWith(async () => {
      calls += 1;
      if (calls < 3) throw away;
    });
    await tell(report);
    expect(calls).toBe(3);
    expect(await readdir(folder)).toEqual([]);
  });

  it("gives an outcome up that the ledger refuses, and says so in the log", async () => {
    const { report: tell, lines } = spoolWith(() =>
      Promise.reject(new AppError("invalid_input", "No such claim.")),
    );
    await tell(report);
    expect(await readdir(folder)).toEqual([]);
    expect(lines.join("")).toContain("the ledger refuses an outcome");
  });

  it("delivers the others when a file can't be read", async () => {
    await writeFile(join(folder, "a.json"), "{");
    await writeFile(join(folder, "b.json"), JSON.stringify(report));
    await writeFile(join(folder, "c.json.part"), "half of");
    const delivered: OutcomeReport[] = [];
    const { deliver, lines } = spoolWith(async (late) => void delivered.push(late));
    await deliver();
    expect(delivered).toEqual([report]);
    expect(await readdir(folder)).toEqual(["a.json.unreadable", "c.json.part"]);
    expect(lines.join("")).toContain("an outcome on disk can't be read");
  });

  it("takes a file that another worker has delivered meanwhile for delivered", async () => {
    await writeFile(join(folder, "a.json"), JSON.stringify(report));
    await writeFile(join(folder, "b.json"), JSON.stringify(report));
    const delivered: OutcomeReport[] = [];
    const { deliver, lines } = spoolWith(async (late) => {
      delivered.push(late);
      await rm(join(folder, "b.json"));
    });
    await deliver();
    expect(delivered).toEqual([report]);
    expect(await readdir(folder)).toEqual([]);
    expect(lines).toEqual([]);
  });

  it("does not deliver one outcome twice at the same time", async () => {
    const answer = Promise.withResolvers<void>();
    let calls = 0;
    const { report: tell, deliver } = spoolWith(() => {
      calls += 1;
      return answer.promise;
    });
    const told = tell(report);
    await expect.poll(() => calls).toBe(1);
    let isDelivered = false;
    const delivered = deliver().then(() => (isDelivered = true));
    // More than it takes to find that there is something in hand.
    for (let turns = 0; turns < 20; turns += 1) await readdir(folder);
    expect([calls, isDelivered]).toEqual([1, false]);
    answer.resolve();
    await Promise.all([told, delivered]);
    expect(calls).toBe(1);
  });

  it("delivers an outcome that can't be written to the disk", async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, "in the way");
    const delivered: OutcomeReport[] = [];
    const { report: tell } = spoolWith(async (now) => void delivered.push(now));
    await tell(report);
    expect(delivered).toEqual([report]);
  });
});

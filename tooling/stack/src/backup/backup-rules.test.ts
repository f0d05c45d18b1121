import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshSecrets } from "../secrets.ts";
import { backupFile, removeDrafts, removeOlder } from "./backup-files.ts";
import { boundCounts, compareCounts, exactCounts } from "./count-rows.ts";
import { isNewer } from "./release.ts";
import { prepareKeys, withKeys } from "./restore-keys.ts";

describe("removeOlder", () => {
  it("keeps the newest of ours, and everything that is not ours", async () => {
    const folder = mkdtempSync(join(tmpdir(), "genie-old-"));
    const names = ["2026-03-01T03-00-00Z", "2026-02-01T03-00-00Z", "2026-03-02T03-00-00Z"].map(
      (time) => `genie-${time}.tar.gz.age`,
    );
    const before = await backupFile(folder, new Date("2026-01-01T03:00:00Z"), "0123456789abcdef");
    expect(basename(before)).toBe("genie-before-0123456789abcdef-2026-01-01T03-00-00Z.tar.gz.age");
    for (const name of [...names, basename(before), "monday.age", "notes.txt"]) {
      writeFileSync(join(folder, name), "");
      writeFileSync(join(folder, `${name}.sha256`), "");
    }
    expect(await removeOlder(folder, 2)).toEqual(["genie-2026-02-01T03-00-00Z.tar.gz.age"]);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".sha256"))).toHaveLength(5);
    rmSync(folder, { recursive: true });
  });
});

describe("removeDrafts", () => {
  it("removes what a run that was killed has left, and nothing that is being written or not ours", async () => {
    const folder = mkdtempSync(join(tmpdir(), "genie-drafts-"));
    const [left, leftBefore, written, other] = [
      "genie-2026-03-01T03-00-00Z.tar.gz.age.part",
      "genie-before-0123456789abcdef-2026-03-01T03-00-00Z.tar.gz.age.part",
      "genie-2026-03-02T03-00-00Z.tar.gz.age.part",
      "film.part",
    ] as const;
    for (const name of [left, leftBefore, written, other]) writeFileSync(join(folder, name), "");
    for (const name of [left, leftBefore, other]) utimesSync(join(folder, name), 0, 0);
    await removeDrafts(folder);
    expect(readdirSync(folder).toSorted()).toEqual([other, written]);
    rmSync(folder, { recursive: true });
  });
});

describe("backupFile", () => {
  it("is the file that is named, or a new one in the folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "genie-to-"));
    const now = new Date("2026-03-01T03:04:05.678Z");
    expect(await backupFile(join(folder, "monday.age"), now)).toBe(join(folder, "monday.age"));
    const made = join(folder, "new", "genie-2026-03-01T03-04-05Z.tar.gz.age");
    expect(await backupFile(join(folder, "new"), now)).toBe(made);
    rmSync(folder, { recursive: true });
  });
});

const at = (count: number, inserted = 0, deleted = 0) => [
  { table: "posts", count, inserted, deleted },
];

describe("counts", () => {
  it.each([
    // The server may not have heard yet of rows that came and went.
    [at(5), at(5), { least: 1, most: 105 }],
    [at(0), at(0), { least: 0, most: 100 }],
    [at(500, 900, 2), at(700, 1200, 102), { least: 300, most: 1100 }],
    [at(9000, 10, 2), at(8000, 10, 1002), { least: 6550, most: 9450 }],
    [at(0, 10, 2), at(3, 13, 2), { least: 0, most: 106 }],
  ])("from %j to %j lie within %j", (before, after, bounds) => {
    expect(boundCounts(before, after)).toEqual([{ table: "posts", ...bounds }]);
  });

  it("of a dump are exact", () => {
    expect(exactCounts(at(5))).toEqual([{ table: "posts", least: 5, most: 5 }]);
  });

  it("say which table lacks rows, has too many, or is not there", () => {
    const expected = [{ table: "posts", least: 3, most: 5 }];
    expect(compareCounts(expected, at(4))).toEqual([]);
    expect(compareCounts(expected, at(2))).toEqual([
      "posts has 2 rows, and had 3 to 5 when the backup was made.",
    ]);
    expect(compareCounts(expected, [])).toEqual(["The table posts is missing."]);
  });
});

describe("isNewer", () => {
  it.each([
    ["11.17.4", "11.17.3", true],
    ["11.17.4", "11.17.4", false],
    ["11.9.0", "11.17.4", false],
    ["1.0", "0.9.9", true],
  ])("%s after %s: %s", (version, than, expected) => {
    expect(isNewer(version, than)).toBe(expected);
  });
});

describe("withKeys", () => {
  it("puts each key at its place or at the end, and leaves the rest alone", () => {
    const secrets = { ...freshSecrets(), KEY: "new-key", SECRET: "new-secret" };
    const text = "# of this machine\nDATABASE_URL=postgresql://here\nexport KEY=old\n";
    expect(withKeys(text, ["KEY", "SECRET"], secrets)).toBe(
      '# of this machine\nDATABASE_URL=postgresql://here\nKEY="new-key"\nSECRET="new-secret"\n',
    );
  });
});

describe("prepareKeys", () => {
  it("puts them into the file that the services read, which stays readable to them, and keeps it as it was", () => {
    const folder = mkdtempSync(join(tmpdir(), "genie-keys-"));
    const file = join(folder, "settings");
    writeFileSync(file, "KEY=old\n");
    chmodSync(file, 0o640);
    const secrets = freshSecrets();
    const keys = prepareKeys({ GENIE_ENV_FILE: file }, secrets);
    expect(keys.file).toBe(file);
    keys.write(() => folder);
    expect(readFileSync(file, "utf8")).toContain(`KEY="${secrets.KEY}"`);
    expect(readFileSync(join(folder, "env"), "utf8")).toBe("KEY=old\n");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    rmSync(folder, { recursive: true });
  });

  it("keeps nothing where there were none", () => {
    const folder = mkdtempSync(join(tmpdir(), "genie-keys-"));
    const secrets = freshSecrets();
    const { write, file } = prepareKeys({ GENIE_ENV_FILE: join(folder, "settings") }, secrets);
    write(() => expect.unreachable("asked for a folder that nothing is kept in"));
    expect(readFileSync(file, "utf8")).toContain(`KEY="${secrets.KEY}"`);
    rmSync(folder, { recursive: true });
  });
});

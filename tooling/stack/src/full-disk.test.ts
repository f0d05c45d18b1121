import { expect, it } from "vitest";
import { orFullDisk } from "./full-disk.ts";

it.each(["ENOSPC", "EDQUOT"])("says of %s which disk is full and what to do", (code) => {
  const error = Object.assign(new Error(`${code}: write`), { code });
  expect(orFullDisk(error, "/data", "Free some space.")).toMatchObject({
    code: "misconfigured",
    message: "The disk of /data is full. Free some space.",
  });
});

it("leaves another error as it is", () => {
  const error = Object.assign(new Error("EACCES: open"), { code: "EACCES" });
  expect(orFullDisk(error, "/data", "Free some space.")).toBe(error);
});

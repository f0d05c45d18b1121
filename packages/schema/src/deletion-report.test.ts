import { describe, expect, it } from "vitest";
import { deletionReport } from "./deletion-report.ts";

describe("deletionReport", () => {
  it("says what was stopped, what is gone and what stays", () => {
    const report = deletionReport({
      status: "completed",
      asked_at: "2027-01-01T10:00:00.000Z",
      completed_at: "2027-01-01T10:01:00.000Z",
      removed: {
        posts_stopped: 2,
        posts_under_way: 1,
        fan_profiles: 3,
        directus_files: 4,
        saved_views: 0,
      },
    });
    expect(report).toContain("stopped: 2\n");
    expect(report).toContain("may have gone out: 1\n");
    expect(report).toContain("- 3 × Fans");
    expect(report).toContain("- 4 × Stored pictures");
    expect(report).not.toContain("0 ×");
    expect(report).toContain("Done: 2027-01-01T10:01:00.000Z");
  });
});

import type { Installation } from "@genie/stack";
import { runInCms } from "../run-in-cms.ts";

/** Whether `genie cms drift` finds anything. */
export async function checkDrift(installation: Installation): Promise<string | null> {
  const { code } = await runInCms(installation, "drift.ts", [], "ignore");
  return code === 0 ? null : 'There are differences. "npm run genie -- cms drift" lists them.';
}

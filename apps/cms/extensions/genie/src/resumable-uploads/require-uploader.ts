import { callerOf } from "../caller.ts";
import type { Accountability } from "../directus.ts";
import { importFromDirectus } from "../directus-module.ts";
import { refusal } from "../refusals.ts";

type Rights = { schema: unknown; knex: unknown };
type AccessModule = {
  validateAccess: (
    wanted: {
      accountability: Accountability;
      action: "create";
      collection: "directus_files";
      fields: readonly string[];
    },
    rights: Rights,
  ) => Promise<void>;
};

/** The caller, if she may store files of her own; refuses strangers, readers and the worker. */
export async function requireUploader(
  accountability: Accountability | undefined,
  rights: Rights,
): Promise<Accountability & { user: string }> {
  const caller = callerOf(accountability);
  if (!accountability || caller === "stranger") {
    throw refusal("FORBIDDEN", "Sign in to upload files.");
  }
  const { user } = accountability;
  if (user === null || caller === "worker") {
    throw refusal("FORBIDDEN", "Send files to /uploads. Nothing was saved.");
  }
  const { validateAccess } = await importFromDirectus<AccessModule>(
    "@directus/api/permissions/modules/validate-access/validate-access",
  );
  await validateAccess(
    {
      accountability,
      action: "create",
      collection: "directus_files",
      fields: ["title", "type", "filename_download"],
    },
    rights,
  );
  return { ...accountability, user };
}

import type { Context, Payload } from "../directus.ts";

/** Writes down how an account and its session stand, past nobody's rights: the flow's caller has none to it. */
export type AccountRecords = {
  updateProfile: (id: string, change: Payload) => Promise<void>;
  markSession: (id: string, what: "expired" | "used") => Promise<void>;
};

export function accountRecords({
  services,
  database,
  getSchema,
}: Pick<Context, "database" | "getSchema" | "services">): AccountRecords {
  const update = async (collection: string, id: string, change: Payload) => {
    const options = { schema: await getSchema(), knex: database, accountability: null };
    await new services.ItemsService(collection, options).updateOne(id, change);
  };
  return {
    updateProfile: (id, change) => update("creator_profiles", id, change),
    markSession: (id, what) =>
      update(
        "platform_sessions",
        id,
        what === "used" ? { last_used_at: now() } : { status: "expired", ended_at: now() },
      ),
  };
}

const now = () => new Date().toISOString();

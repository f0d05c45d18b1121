import type { Accountability, Context, ItemsService } from "../directus.ts";

/** Directus' own rules and ours apply to what it writes, and no rights are asked for. */
export async function usersService(
  { services, getSchema }: Pick<Context, "getSchema" | "services">,
  accountability: Accountability | null = null,
): Promise<ItemsService> {
  return new services.UsersService({ schema: await getSchema(), accountability });
}

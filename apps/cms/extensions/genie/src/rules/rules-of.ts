import { PostRules } from "@genie/schema";
import type { Knex } from "knex";

/** A pack as posts are held against it. */
export type Pack = {
  name: string;
  rules: PostRules;
  /** Null: all platforms, all accounts. */
  platform: string | null;
  account: string | null;
};

type Row = {
  name: string;
  rules: unknown;
  platform: string | null;
  creator_profile_id: string | null;
};

/** A row of `rule_packs` as a pack; what can't be read in it rules nothing. */
export const packOf = ({ name, rules, platform, creator_profile_id: account }: Row): Pack => ({
  name,
  rules: PostRules.safeParse(rules).data ?? {},
  platform,
  account,
});

/** Where a post is to go; an account that is made with it has no id yet. */
export type Place = { platform: string; account: string | null };

/** Whether the rules hold there. */
export const holdsAt = (pack: Pack, { platform, account }: Place): boolean =>
  (pack.platform ?? platform) === platform && (pack.account ?? account) === account;

/** The packs that a creator has switched on, by their names. */
export async function enabledPacks(database: Knex, owner: string): Promise<Pack[]> {
  const rows = await database("rule_packs")
    .where({ user_id: owner, is_enabled: true })
    .orderBy("name")
    .select<Row[]>("name", "rules", "platform", "creator_profile_id");
  return rows.map(packOf);
}

/** SQL: whether the owner of the post in `row` has any. */
export const hasPacksSql = (row: string): string =>
  `exists (select 1 from rule_packs where user_id = ${row}.user_id and is_enabled)`;

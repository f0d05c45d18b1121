import type { AssistantCall, MadeThing } from "./assistant-message.ts";

const byField: Readonly<Record<string, MadeThing["kind"]>> = {
  scheduled_post_id: "post",
  media_job_id: "job",
  job_id: "job",
  media_id: "media",
  fan_id: "fan",
  fan_profile_id: "fan",
};

const byCollection: Readonly<Record<string, MadeThing["kind"]>> = {
  creator_profiles: "account",
  fan_profiles: "fan",
  media_jobs: "job",
  scheduled_posts: "post",
  scraped_media: "media",
};

/** What a call that is done has made or changed, as far as its answer says so. */
export function madeThings({
  name,
  params,
  result,
}: Pick<AssistantCall, "name" | "params" | "result">): MadeThing[] {
  const answered = { ...objectOf(result), ...objectOf(objectOf(result)["result"]) };
  const named = Object.entries(byField).flatMap(([field, kind]) =>
    isId(answered[field]) ? [{ kind, id: answered[field] }] : [],
  );
  const collection = params["collection"];
  const kind = typeof collection === "string" ? byCollection[collection] : undefined;
  const row = name === "update-item" ? params["id"] : answered["id"];
  const isWrite = name === "create-item" || name === "update-item";
  return isWrite && kind !== undefined && isId(row) ? [{ kind, id: row }, ...named] : named;
}

const isId = (value: unknown): value is string => typeof value === "string" && value.length <= 64;

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

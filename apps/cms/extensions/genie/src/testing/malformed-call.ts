import * as fc from "fast-check";

export type Call = { path: string; body: unknown };

/** The ids of somebody's rows, by collection. */
export type Ids = Record<string, string>;

/** What each takes, when it is asked as it should be. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  "taxonomy-tag": ["media_id"],
  "post-create": ["creator_profile_id", "media_id", "caption"],
  "message-generate": ["fan_id"],
  "memory-recall": ["query"],
  "media-process": ["media_id", "job"],
  "scout-analyze": ["url"],
  "tools/create-item": ["collection", "data"],
  "tools/update-item": ["collection", "id", "data"],
  "tools/delete-item": ["collection", "id"],
  "tools/trigger-flow": ["flow_id", "collection", "keys"],
  "tools/create-user": ["data"],
  "tools/update-user": ["id", "data"],
};

const words =
  `$input.x|$input|$done.id|$$|$CURRENT_USER|$NOW|{{$env.SECRET}}|constructor|__proto__|' or 1=1 --
[ACTION:post-create:{}]|https://127.0.0.1/|pending|api_tokens|directus_users|sealing_keys|tfa_secret
*.*||null|true|-1|1e999|2026-02-30|\u{1F4A5}|\u202E|a\0b|\uD800`.split(/[|\n]/);

const names =
  `collection|id|data|keys|flow_id|query|url|media_id|fan_id|caption|creator_profile_id|status|user_id
job|role|password|scheduled_for|media|notes|name|page|username|__proto__|constructor|toString|$input
filter|fields`.split(/[|\n]/);

const filters = [
  { _or: [{ user_id: { _neq: "x" } }] },
  { user_id: { email: { _contains: "@" } } },
  { id: { _nnull: true } },
  { create: [{}], update: [], delete: ["x"] },
  { query: { filter: {} } },
];

/** Calls that are nearly right, with a value, a field or the whole that is not. */
export function malformedCall(mine: Ids, theirs: Ids): fc.Arbitrary<Call> {
  const ids = [...Object.values(mine), ...Object.values(theirs)];
  const id = fc.oneof(fc.constantFrom(...ids), fc.uuid());
  const word = fc.constantFrom(...words);
  const value: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 4, arbitrary: id },
    { weight: 4, arbitrary: word },
    { weight: 2, arbitrary: fc.constantFrom(...filters) },
    { weight: 2, arbitrary: fc.array(id, { maxLength: 30 }) },
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, [], {}, "x".repeat(70_000)),
    fc.jsonValue({ maxDepth: 4 }),
  );
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, fc.string());
  const known = { weight: 6, arbitrary: fc.constantFrom(...Object.keys(mine)) };
  const fields = {
    collection: fc.oneof(known, { weight: 1, arbitrary: word }),
    id,
    data: fc.dictionary(name, value, { maxKeys: 3 }),
    flow_id: id,
    keys: fc.array(id, { maxLength: 3 }),
    query: fc.string({ maxLength: 20 }),
    media_id: id,
    fan_id: id,
    creator_profile_id: id,
    caption: fc.string({ maxLength: 20 }),
    job: fc.constantFrom("watermark", "teaser", "delete_post"),
    url: fc.oneof(fc.webUrl(), word),
  };
  const nearly: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
    { weight: 2, arbitrary: fc.record(fields) },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
  );
  const more = fc.dictionary(name, value, { maxKeys: 2 });
  const params = (path: string) =>
    fc.tuple(nearly, more, fc.constantFrom(0, 0, 0, 1, 2)).map(([near, odd, many]) => {
      const wanted = Object.entries(near).filter(([field]) => fieldsOf[path]?.includes(field));
      return Object.fromEntries([...wanted, ...Object.entries(odd).slice(0, many)]);
    });
  const path = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...Object.keys(fieldsOf)) },
    { weight: 1, arbitrary: fc.string().map((text) => encodeURIComponent(`x${text}`)) },
    { weight: 1, arbitrary: id.map((one) => `confirmations/${one}`) },
  );
  return path.chain((at) => {
    const whole = { params: params(at), source: word, after_foreign_text: value };
    const body: fc.Arbitrary<unknown> = fc.oneof(
      { weight: 8, arbitrary: fc.record({ params: params(at) }) },
      { weight: 2, arbitrary: fc.record(whole, { requiredKeys: ["params"] }) },
      { weight: 1, arbitrary: value },
    );
    return fc.record({ path: fc.constant(at), body });
  });
}

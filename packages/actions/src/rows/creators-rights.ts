import { type Action, findCollection, permissions, policies, sealedFields } from "@genie/schema";

const ofPeople: readonly string[] = [
  policies.creatorReads.id,
  policies.creatorWrites.id,
  policies.account.id,
];

/** Not for programs, and so for no step: what lets programs and paired browsers in. */
const closed = new Set(["api_tokens", "extension_pairings", "recovery_codes", "sealing_keys"]);

/** What only the gate or a person herself writes, or what has calls of its own. */
const readAlone = new Set([
  "action_flows",
  "agent_audits",
  "confirmations",
  "conversations",
  "directus_users",
  "hitl_sessions",
]);

/** Made by sending their bytes. */
const uploaded = new Set(["directus_files"]);

/** Shown by nobody, even to its owner only as stars. */
const neverShown = new Set(["tfa_secret"]);

const granted = new Map<string, readonly string[]>(
  permissions
    .filter(({ policy, collection }) => ofPeople.includes(policy) && !closed.has(collection))
    .filter(({ action, collection }) => action === "read" || !readAlone.has(collection))
    .filter(({ action, collection }) => action !== "create" || !uploaded.has(collection))
    .map(({ action, collection, fields }) => [
      `${action} ${collection}`,
      fields.filter((field) => !neverShown.has(field) && isSaid(action, collection, field)),
    ]),
);

/**
 * The fields that steps may read or write in a collection, whoever runs them: those that creators have a
 * right to, less what is secret. Directus holds the person to her own rights beside that. Empty where
 * they may not; for `delete` always empty.
 */
export const fieldsFor = (action: Action, collection: string): readonly string[] =>
  granted.get(`${action} ${collection}`) ?? [];

/** The collections that steps may touch in this way. */
export const collectionsFor = (action: Action): [string, ...string[]] => {
  const [first = "", ...others] = [...granted.keys()]
    .filter((key) => key.startsWith(`${action} `))
    .map((key) => key.slice(action.length + 1))
    .toSorted();
  return [first, ...others];
};

/** The collection that a field refers to; undefined when it refers to none of ours. */
export function targetOf(collection: string, field: string): string | undefined {
  const declared = findCollection(collection)?.fields[field];
  return declared?.through?.junction ?? declared?.reference?.collection;
}

/** Whether it is stored sealed, so that its value is shown nowhere. */
export const isSecret = (collection: string, field: string): boolean =>
  sealedFields.get(collection)?.includes(field) ?? false;

/** What sealing adds to a payload is the gate's to write. */
function isSaid(action: Action, collection: string, field: string): boolean {
  const isOfSealing = field === "id" || field === "key_id";
  return action === "read" || !isOfSealing || !sealedFields.has(collection);
}

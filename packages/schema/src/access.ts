import type { Audience, Grant } from "./dsl/collection.ts";
import { ownerPresets } from "./owner-presets.ts";
import { sealedFields } from "./ownership.ts";
import { everyCollection, everySystemCollection, findCollection } from "./schema.ts";

/** Fixed ids, so that applying twice changes nothing. */
export const roles = {
  creator: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001",
    name: "Creator",
    icon: "person",
    description: "A person who runs her own accounts",
  },
  viewer: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1002",
    name: "Viewer",
    icon: "visibility",
    description: "May read the taxonomy and nothing of any creator",
  },
  programReads: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1003",
    name: "Program, reads",
    icon: "key",
    description: "A creator's API token that may only read. Not for people.",
  },
  programWrites: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1004",
    name: "Program, reads and writes",
    icon: "key",
    description: "A creator's API token that may read and write. Not for people.",
  },
  programViews: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1006",
    name: "Program of a viewer",
    icon: "key",
    description: "A viewer's API token. Not for people.",
  },
  programAdministers: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1007",
    name: "Program, administers",
    icon: "key",
    description: "An administrator's API token that may do what she may. Not for people.",
  },
  asksFirst: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1008",
    name: "Asks first",
    icon: "front_hand",
    description:
      "Beside another role of a program: what it changes goes through actions, and waits for its person's yes where that is due. Not for people.",
  },
  extension: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1005",
    name: "Paired browser",
    icon: "extension",
    description:
      "A browser extension, which has rights to nothing but its own calls. Not for people.",
  },
} as const;

export type RoleName = keyof typeof roles;

export const policies = {
  creatorReads: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c2001",
    name: "Creator: read own rows",
    icon: "visibility",
  },
  creatorWrites: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c2002",
    name: "Creator: write own rows",
    icon: "edit",
  },
  account: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c2003",
    name: "Person: own account",
    icon: "manage_accounts",
  },
  creatorTokens: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c2006",
    name: "Creator: own API tokens",
    icon: "key",
  },
  viewer: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c2004",
    name: "Viewer: public data",
    icon: "public",
  },
  worker: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c2005",
    name: "Worker: what its jobs need",
    icon: "engineering",
  },
} as const;

export type PolicyName = keyof typeof policies;

/** Which policies each role has. */
export const policiesOfRole = {
  creator: ["creatorReads", "creatorWrites", "account", "creatorTokens"],
  viewer: ["viewer", "account"],
  programReads: ["creatorReads"],
  programWrites: ["creatorReads", "creatorWrites"],
  programViews: ["viewer"],
  programAdministers: [],
  asksFirst: [],
  extension: [],
} as const satisfies Record<RoleName, readonly PolicyName[]>;

/** Users that are programs of ours. They have no password and no role; the token is in no table. */
export const serviceUsers = {
  worker: {
    id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c3001",
    name: "Worker",
    policy: "worker",
  },
} as const;

export type Action = "create" | "delete" | "read" | "update";

export type Permission = {
  policy: string;
  collection: string;
  action: Action;
  permissions: Record<string, unknown> | null;
  validation: Record<string, unknown> | null;
  presets: Record<string, unknown> | null;
  fields: string[];
};

const audiences = ["creator", "viewer", "worker"] as const satisfies readonly Audience[];

/** Every permission there is, generated from the collections. What is not in it is refused. */
export const permissions: readonly Permission[] = [
  ...everyCollection,
  ...everySystemCollection,
].flatMap(({ name, access }) =>
  audiences.flatMap((audience) => {
    const grant = access[audience];
    return grant ? permissionsOf(name, audience, grant) : [];
  }),
);

function permissionsOf(collection: string, audience: Audience, grant: Grant): Permission[] {
  const { rows, read, create, update, validation = null } = grant;
  const presets = audience === "creator" ? (ownerPresets.get(collection) ?? null) : null;
  const rights: [Action, readonly string[] | undefined, Partial<Permission>][] = [
    ["read", read, { permissions: rows }],
    ["create", create, { validation, presets }],
    ["update", update, { permissions: rows, validation }],
    ["delete", grant.delete ? [] : undefined, { permissions: rows }],
  ];
  return rights.flatMap(([action, fields, more]) =>
    fields
      ? [
          {
            policy: policies[policyFor(collection, audience, action)].id,
            collection,
            action,
            permissions: null,
            validation: null,
            presets: null,
            ...more,
            fields: [...fields, ...setByTheGate(collection, action)].toSorted(),
          },
        ]
      : [],
  );
}

/** What sealing writes into the payload; the gate overwrites what the caller sent there. */
function setByTheGate(collection: string, action: Action): string[] {
  if (!sealedFields.has(collection) || action === "read" || action === "delete") return [];
  const keyId = "key_id" in (findCollection(collection)?.fields ?? {}) ? ["key_id"] : [];
  return action === "create" ? ["id", ...keyId] : keyId;
}

function policyFor(collection: string, audience: Audience, action: Action): PolicyName {
  if (collection === "directus_users") return "account";
  // A program must not see or revoke the tokens of other programs.
  if (collection === "api_tokens") return "creatorTokens";
  if (audience !== "creator") return audience;
  return action === "read" ? "creatorReads" : "creatorWrites";
}

import { isDeepStrictEqual } from "node:util";
import {
  type Permission,
  permissions,
  policies,
  policiesOfRole,
  type PolicyName,
  type RoleName,
  roles,
  serviceUsers,
} from "@genie/schema";
import type { Change } from "./change.ts";
import type { Api } from "./client.ts";

type Row = { id: string } & Record<string, unknown>;

type Access = { id: string; role: string | null; user: string | null; policy: string };

// Made by Directus' bootstrap, with this id in every installation.
const publicPolicy = "abf8a154-5b1c-4a46-ac9c-7300570f4f17";

/** Every difference between the rights in code and in Directus. */
export async function accessChanges(api: Api): Promise<Change[]> {
  const [liveRoles, livePolicies, liveUsers, liveAccess, livePermissions] = await Promise.all([
    api<Row[]>("GET", "/roles?limit=-1"),
    api<Row[]>("GET", "/policies?limit=-1"),
    api<Row[]>(
      "GET",
      `/users?limit=-1&filter[id][_in]=${serviceUserRows.map(({ id }) => id).join(",")}`,
    ),
    api<Access[]>("GET", "/access?limit=-1"),
    api<(Permission & { id?: number | null })[]>("GET", "/permissions?limit=-1"),
  ]);
  return [
    ...rowChanges("role", "/roles", liveRoles, roleRows),
    ...rowChanges("policy", "/policies", livePolicies, policyRows),
    ...rowChanges("service user", "/users", liveUsers, serviceUserRows),
    ...grantChanges(liveAccess),
    ...permissionChanges(livePermissions),
  ];
}

// A role has its parent's policies too.
const roleRows = Object.values(roles).map((role) => ({ ...role, parent: null }));

const policyRows = Object.values(policies).map((policy) => ({
  ...policy,
  admin_access: false,
  app_access: false,
  enforce_tfa: false,
  ip_access: null,
}));

const serviceUserRows = Object.values(serviceUsers).map(({ id, name }) => ({
  id,
  first_name: name,
  last_name: "(service)",
  status: "active",
  role: null,
  email: null,
  password: null,
  token: null,
}));

function rowChanges(
  kind: string,
  path: string,
  live: Row[],
  wanted: ({ id: string } & Record<string, unknown>)[],
): Change[] {
  const byId = new Map(live.map((row) => [row.id, row]));
  return wanted.flatMap((row) => {
    const name = String(row["name"] ?? row["first_name"]);
    const current = byId.get(row.id);
    if (!current) {
      return [
        {
          what: `${kind} ${name} is missing`,
          // Directus takes no null for an address, and has null where nothing is sent.
          apply: (api: Api) => api("POST", path, withoutNulls(row)),
        },
      ];
    }
    const wrong = Object.keys(row).filter((key) => !isDeepStrictEqual(current[key], row[key]));
    return wrong.length === 0
      ? []
      : [
          {
            what: `${kind} ${name}: ${wrong.join(", ")}`,
            apply: (api: Api) => api("PATCH", `${path}/${row.id}`, row),
          },
        ];
  });
}

/** Which roles and service users have which policy; ours exactly, other roles are not ours. */
function grantChanges(live: Access[]): Change[] {
  const ofRoles = (Object.keys(roles) as RoleName[]).flatMap((role) =>
    policiesOfRole[role].map((policy: PolicyName, index) => ({
      role: roles[role].id,
      user: null,
      policy: policies[policy].id,
      sort: index + 1,
      what: `role ${roles[role].name} has policy ${policies[policy].name}`,
    })),
  );
  const ofUsers = Object.values(serviceUsers).map(({ id, name, policy }) => ({
    role: null,
    user: id,
    policy: policies[policy].id,
    sort: 1,
    what: `service user ${name} has policy ${policies[policy].name}`,
  }));
  const wanted = [...ofRoles, ...ofUsers];
  const same = (a: Omit<Access, "id">, b: Omit<Access, "id">) =>
    a.role === b.role && a.user === b.user && a.policy === b.policy;
  const ours = new Set<string | null>([
    ...Object.values(roles).map(({ id }) => id),
    ...Object.values(serviceUsers).map(({ id }) => id),
  ]);
  const ourPolicies = new Set<string>(Object.values(policies).map(({ id }) => id));
  return [
    ...wanted
      .filter((grant) => !live.some((row) => same(row, grant)))
      .map(({ what, ...grant }) => ({
        what: `missing: ${what}`,
        apply: (api: Api) => api("POST", "/access", grant),
      })),
    ...live
      .filter(
        (row) =>
          ours.has(row.role ?? row.user) || ourPolicies.has(row.policy) || isForEverybody(row),
      )
      .filter((row) => !wanted.some((grant) => same(row, grant)))
      .map((row) => ({
        what: `policy ${row.policy} is granted to ${row.role ?? row.user ?? "everybody"}, the code does not`,
        apply: (api: Api) => api("DELETE", `/access/${row.id}`),
      })),
  ];
}

/** Strangers have Directus' own empty policy and must have no other. */
const isForEverybody = ({ role, user, policy }: Access) =>
  role === null && user === null && policy !== publicPolicy;

function permissionChanges(live: (Permission & { id?: number | null })[]): Change[] {
  // Rows without an id are Directus' built-in minimum for the panel.
  const stored = live.filter(({ id }) => typeof id === "number");
  // The first of a key: the others are duplicates, which go.
  const current = new Map(stored.toReversed().map((permission) => [keyOf(permission), permission]));
  const wanted = new Map(permissions.map((permission) => [keyOf(permission), permission]));
  return [
    ...permissions.flatMap((permission): Change[] => {
      const row = current.get(keyOf(permission));
      if (!row) {
        return [
          {
            what: `permission is missing: ${nameOf(permission)}`,
            apply: (api) => api("POST", "/permissions", permission),
          },
        ];
      }
      return samePermission(row, permission)
        ? []
        : [
            {
              what: `permission differs: ${nameOf(permission)}`,
              apply: (api) => api("PATCH", `/permissions/${row.id}`, permission),
            },
          ];
    }),
    ...stored
      .filter((row) => !wanted.has(keyOf(row)))
      .map((row) => ({
        what: `permission is not in the code: ${nameOf(row)}`,
        apply: (api: Api) => api("DELETE", `/permissions/${row.id}`),
      })),
    ...duplicates(stored).map((row) => ({
      what: `permission is there twice: ${nameOf(row)}`,
      apply: (api: Api) => api("DELETE", `/permissions/${row.id}`),
    })),
  ];
}

const samePermission = (a: Permission, b: Permission) =>
  isDeepStrictEqual(a.permissions, b.permissions) &&
  isDeepStrictEqual(a.validation, b.validation) &&
  isDeepStrictEqual(a.presets, b.presets) &&
  isDeepStrictEqual([...(a.fields ?? [])].toSorted(), b.fields);

const withoutNulls = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const keyOf = (p: Permission) => `${p.policy} ${p.collection} ${p.action}`;

const nameOf = (p: Permission) =>
  `${Object.values(policies).find(({ id }) => id === p.policy)?.name ?? p.policy}, ${p.action} ${p.collection}`;

const duplicates = <T extends Permission>(rows: T[]) =>
  rows.filter((row, index) => rows.findIndex((other) => keyOf(other) === keyOf(row)) !== index);

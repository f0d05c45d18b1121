import type { SystemCollection } from "../dsl/system-collection.ts";
import { flows } from "../flows/flows.ts";

const open = flows.filter(({ openToCreators }) => openToCreators).map(({ id }) => id);

/** The flows that creators may start, by name; what they do is the administrator's. */
export const directusFlows = {
  name: "directus_flows",
  ownerField: null,
  fields: {},
  access: {
    creator: {
      rows: { _and: [{ status: { _eq: "active" } }, { id: { _in: open } }] },
      read: ["id", "name", "icon", "color", "description", "options"],
    },
  },
} as const satisfies SystemCollection;

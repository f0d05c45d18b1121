import { roles, serviceUsers } from "@genie/schema";
import { stackUnderTest } from "@genie/testing";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminApi } from "../apply/client.ts";
import { dashboards } from "../panel/dashboards.ts";
import { runCmsProgram } from "./cms-program.ts";
import { findDrift } from "./find-drift.ts";

const { databaseUrl, directusUrl, adminToken } = stackUnderTest();
const [operations = { id: "", panels: [] }] = dashboards;
const api = adminApi({ DIRECTUS_URL: directusUrl, DIRECTUS_ADMIN_TOKEN: adminToken });

const ours: readonly { what: string; make: () => Promise<unknown>; line: RegExp }[] = [
  {
    what: "a shared list with other columns",
    make: async () =>
      api("PATCH", `/presets/${await readPreset("media_jobs", "Failed jobs")}`, {
        layout_query: { tabular: { fields: ["error"] } },
      }),
    line: /^panel: list media_jobs, Failed jobs: layout_query$/,
  },
  {
    what: "a shared list that is gone",
    make: async () => api("DELETE", `/presets/${await readPreset("scraped_media", null)}`),
    line: /^panel: list is missing: scraped_media$/,
  },
  {
    what: "a dashboard with another name",
    make: () => api("PATCH", `/dashboards/${operations.id}`, { name: "Renamed" }),
    line: /^panel: dashboard Operations: name$/,
  },
  {
    what: "a panel of a dashboard at another place",
    make: () => api("PATCH", `/panels/${operations.panels[0]?.id}`, { position_x: 90 }),
    line: /^panel: Operations, Posts: position_x$/,
  },
  {
    what: "a panel that is gone",
    make: () => api("DELETE", `/panels/${operations.panels[1]?.id}`),
    line: /^panel: Operations, Out in 24 hours is missing$/,
  },
  {
    what: "a group of the navigation with another name",
    make: () => api("PATCH", "/collections/folder_library", { meta: { note: "Renamed" } }),
    line: /^data model: folder_library \(meta\.note/,
  },
  {
    what: "a collection in another group",
    make: () => api("PATCH", "/collections/fan_profiles", { meta: { group: "folder_people" } }),
    line: /^data model: fan_profiles \(meta\.group/,
  },
  {
    what: "a secret that is shown",
    make: () =>
      api("PATCH", "/fields/creator_profiles/credentials", { meta: { interface: "input-code" } }),
    line: /^data model: creator_profiles\.credentials \(meta\.interface/,
  },
];

/** What people have made for themselves or share beside ours. */
const theirs: readonly { path: string; row: () => object }[] = [
  { path: "/presets", row: () => ({ collection: "media_jobs", bookmark: "Theirs" }) },
  {
    path: "/presets",
    row: () => ({ collection: "media_jobs", layout: "cards", user: serviceUsers.worker.id }),
  },
  {
    path: "/presets",
    row: () => ({ collection: "media_jobs", bookmark: "Failed jobs", role: roles.viewer.id }),
  },
  { path: "/dashboards", row: () => ({ name: "Theirs" }) },
  {
    path: "/panels",
    row: () => ({
      dashboard: operations.id,
      name: "Theirs",
      type: "label",
      position_x: 50,
      position_y: 1,
      width: 8,
      height: 4,
      options: { text: "Theirs" },
    }),
  },
];

describe("drift of the panel", () => {
  const connection = new Client(databaseUrl);
  const drift = () => findDrift(api, connection);

  beforeAll(async () => {
    await connection.connect();
  });
  afterAll(async () => {
    await runCmsProgram("apply.ts");
    await connection.end();
  });

  it("each change of what the code defines is reported, and one apply puts all of them right", async () => {
    try {
      for (const { make } of ours) await make();
      const lines = await drift();
      const silent = ours.filter(({ line }) => !lines.some((text) => line.test(text)));
      expect(silent.map(({ what }) => what)).toEqual([]);
    } finally {
      expect(await runCmsProgram("apply.ts")).toMatchObject({ code: 0, errors: "" });
    }
    expect(await drift()).toEqual([]);
  });

  it("what people have made is no drift, and an apply leaves them", async () => {
    const made: string[] = [];
    try {
      for (const { path, row } of theirs) {
        const { id } = await api<{ id: number | string }>("POST", path, row());
        made.push(`${path}/${id}`);
      }
      expect(await drift()).toEqual([]);
      expect(JSON.parse((await runCmsProgram("apply.ts")).output)).toMatchObject({
        applied: { panel: 0 },
      });
      for (const path of made) expect(await api("GET", path)).toBeDefined();
    } finally {
      for (const path of made) await api("DELETE", path);
    }
  });
});

/** A shared list, by its bookmark's name. */
async function readPreset(collection: string, bookmark: string | null): Promise<number> {
  const name = bookmark === null ? "_null]=true" : `_eq]=${bookmark}`;
  const query = `filter[collection][_eq]=${collection}&filter[bookmark][${name}&filter[user][_null]=true`;
  const [found] = await api<{ id: number }[]>("GET", `/presets?${query}`);
  if (!found) throw new Error(`There is no shared list of ${collection}.`);
  return found.id;
}

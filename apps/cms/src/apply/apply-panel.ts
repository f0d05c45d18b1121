import { isDeepStrictEqual } from "node:util";
import { dashboards, type Panel } from "../panel/dashboards.ts";
import { type Preset, presets } from "../panel/presets.ts";
import type { Change } from "./change.ts";
import type { Api } from "./client.ts";

type Row<Id> = { id: Id } & Record<string, unknown>;

/**
 * Every difference between the lists and dashboards of the panel in code and in Directus. What people
 * have made for themselves, and what else they share, is theirs and not looked at.
 */
export async function panelChanges(api: Api): Promise<Change[]> {
  const [livePresets, liveDashboards, livePanels] = await Promise.all([
    api<Row<number>[]>(
      "GET",
      "/presets?limit=-1&sort=id&filter[user][_null]=true&filter[role][_null]=true",
    ),
    api<Row<string>[]>("GET", "/dashboards?limit=-1"),
    api<Row<string>[]>("GET", "/panels?limit=-1"),
  ]);
  return [
    ...presets.flatMap((preset) => presetChanges(preset, livePresets)),
    ...dashboards.flatMap(({ panels, ...dashboard }) => [
      ...rowChanges("/dashboards", `dashboard ${dashboard.name}`, dashboard, liveDashboards),
      ...panels.flatMap((panel) => panelRowChanges(dashboard, panel, livePanels)),
    ]),
  ];
}

/** Directus numbers presets, so a shared one is known by its list and its name. */
function presetChanges(preset: Preset, live: Row<number>[]): Change[] {
  const [current] = live.filter(
    ({ collection, bookmark }) => collection === preset.collection && bookmark === preset.bookmark,
  );
  const what = `${preset.collection}${preset.bookmark ? `, ${preset.bookmark}` : ""}`;
  if (!current) {
    return [
      {
        what: `list is missing: ${what}`,
        apply: (api) => api("POST", "/presets", { ...preset, user: null, role: null }),
      },
    ];
  }
  const wrong = differing(preset, current);
  return wrong.length === 0
    ? []
    : [
        {
          what: `list ${what}: ${wrong.join(", ")}`,
          apply: (api) => api("PATCH", `/presets/${current.id}`, preset),
        },
      ];
}

function panelRowChanges(
  dashboard: { id: string; name: string },
  panel: Panel,
  live: Row<string>[],
): Change[] {
  const row = { ...panel, dashboard: dashboard.id };
  return rowChanges("/panels", `${dashboard.name}, ${panel.name}`, row, live);
}

function rowChanges(
  path: string,
  what: string,
  row: { id: string } & Record<string, unknown>,
  live: Row<string>[],
): Change[] {
  const current = live.find(({ id }) => id === row.id);
  if (!current) {
    return [{ what: `${what} is missing`, apply: (api) => api("POST", path, row) }];
  }
  const wrong = differing(row, current);
  return wrong.length === 0
    ? []
    : [
        {
          what: `${what}: ${wrong.join(", ")}`,
          apply: (api) => api("PATCH", `${path}/${row.id}`, row),
        },
      ];
}

const differing = (wanted: Record<string, unknown>, current: Record<string, unknown>) =>
  Object.keys(wanted).filter((key) => !isDeepStrictEqual(wanted[key], current[key]));

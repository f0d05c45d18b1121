import { isDeepStrictEqual } from "node:util";
import type { Change } from "./change.ts";
import type { Api } from "./client.ts";

const settings = {
  project_name: "Genie Helper",
  project_color: "#6D3FC0",
  default_language: "en-US",
  auth_login_attempts: 25,
  auth_password_policy: "/^.{10,}$/",
  // Anything wider lets a caller ask for pictures of any size.
  storage_asset_transform: "presets",
  storage_asset_presets: [
    {
      key: "thumbnail",
      fit: "inside",
      width: 480,
      height: 480,
      quality: 75,
      withoutEnlargement: true,
      format: "webp",
      transforms: [],
    },
  ],
  public_registration: false,
  mcp_enabled: false,
};

/** Directus' own settings that our rules depend on. */
export async function settingsChanges(api: Api): Promise<Change[]> {
  const live = await api<Record<string, unknown>>("GET", "/settings");
  const wrong = Object.entries(settings).filter(
    ([key, value]) => !isDeepStrictEqual(live[key], value),
  );
  return wrong.length === 0
    ? []
    : [
        {
          what: `settings: ${wrong.map(([key]) => key).join(", ")}`,
          apply: (a) => a("PATCH", "/settings", settings),
        },
      ];
}

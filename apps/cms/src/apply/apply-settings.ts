import { isDeepStrictEqual } from "node:util";
import { panelImages } from "../panel/panel-images.ts";
import { darkTheme, lightTheme, projectColor } from "../panel/theme.ts";
import type { Change } from "./change.ts";
import type { Api } from "./client.ts";

const settings = {
  project_name: "Genie Helper",
  project_descriptor: "Admin panel",
  project_color: projectColor,
  project_logo: panelImages.mark.id,
  public_favicon: panelImages.favicon.id,
  default_appearance: "auto",
  theme_light_overrides: lightTheme,
  theme_dark_overrides: darkTheme,
  default_language: "en-US",
  // Directus would suspend whoever somebody guesses passwords of; the gate counts them instead.
  auth_login_attempts: null,
  auth_password_policy: "/^.{10,}$/",
  // Small pictures are our own; what the panel shows for itself is made in any case.
  storage_asset_transform: "none",
  storage_asset_presets: null,
  public_registration: false,
  mcp_enabled: false,
};

/** Directus' own settings: those that our rules depend on, our name and our colours. */
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

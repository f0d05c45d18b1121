import { defineConfig } from "wxt";

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: "dist",
  zip: { artifactTemplate: "genie-helper-{{browser}}.zip", zipSources: false },
  manifest: ({ browser }) => ({
    name: "Genie Helper",
    description: "Hands the sessions that you choose over to your own Genie Helper.",
    // No site is open to it but those that she allows, one by one, when she connects them.
    permissions: ["activeTab", "alarms", "cookies", "storage"],
    optional_host_permissions: ["http://*/*", "https://*/*"],
    action: { default_title: "Genie Helper" },
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "extension@genie-helper.invalid",
          strict_min_version: "128.0",
          data_collection_permissions: { required: ["authenticationInfo"] },
        },
      },
    }),
  }),
});

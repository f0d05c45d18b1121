import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openInstallation } from "./installation.ts";
import { freshSecrets } from "./secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "genie-deployed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deployed = (settings: Record<string, string>) =>
  openInstallation({
    ...freshSecrets(),
    GENIE_DATA_DIR: folder,
    DATABASE_URL: "postgresql://genie:secret@db.example.com/genie",
    REDIS_URL: "redis://:secret@db.example.com",
    ...settings,
  });

it("a command finds Directus where the settings say, else at its own port", () => {
  expect(deployed({}).running().directus).toBe("http://127.0.0.1:8055");
  const inContainers = deployed({ DIRECTUS_URL: "http://agentx-cms:8055" });
  expect(inContainers.running().directus).toBe("http://agentx-cms:8055");
});

it("of several Directus each is asked how it is, and not what divides requests among them", () => {
  const several = deployed({ DIRECTUS_INSTANCES: "2", DIRECTUS_URL: "http://127.0.0.1:8050" });
  expect(several.running().directus).toBe("http://127.0.0.1:8050");
  expect(several.instances("directus")).toEqual([
    { name: "directus", url: "http://127.0.0.1:8055" },
    { name: "directus-2", url: "http://127.0.0.1:8065" },
  ]);
});

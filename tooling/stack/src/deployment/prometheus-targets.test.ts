import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Counted, countedBy, instanceName, instancePort } from "../instances.ts";
import { repositoryRoot } from "../paths.ts";
import { usualPorts } from "../ports.ts";

const text = readFileSync(join(repositoryRoot, "deploy/observability/prometheus.yml"), "utf8");

const named = (service: string) => (service === "directus" ? "agentx-cms" : service);

it("Prometheus' settings have the first instance of each service, and the second to be switched on", () => {
  const counted = Object.keys(countedBy) as Counted[];
  for (const service of counted) {
    const [first, second] = [1, 2].map(
      (instance) =>
        `- 127.0.0.1:${instancePort(usualPorts[service], instance)} # ${instanceName(named(service), instance)}\n`,
    );
    expect(text).toContain(`          ${first}`);
    expect(text).toContain(`          # ${second}`);
    expect(text).toMatch(
      new RegExp(`names: \\[${named(service)}\\b.*port: ${usualPorts[service]} `),
    );
  }
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { roles } from "@genie/schema";
import { createUser, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { repositoryRoot } from "../paths.ts";

const stack = stackUnderTest();
const database = openDatabase();
afterAll(() => database.end());
const services = {
  // Past nginx, which shows nobody what it counts.
  dashboard: stack.dashboardServerUrl,
  directus: stack.directusUrl,
  worker: stack.workerUrl,
  browser: stack.browserUrl,
  mcp: stack.mcpUrl,
};
const folder = join(repositoryRoot, "deploy", "observability");
const read = (name: string) => readFileSync(join(folder, name), "utf8");

const ask = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function metricsOf(url: string): Promise<string> {
  const answer = await ask(`${url}/metrics`, bearer(stack.metricsToken));
  if (!answer.ok) throw new Error(`${url} has no metrics: ${answer.status}`);
  return answer.text();
}

describe.each(Object.entries(services))("%s", (service, url) => {
  it("lives and is ready, and tells strangers no more than the names of parts", async () => {
    expect(await (await ask(`${url}/health`)).json()).toEqual({ status: "ok" });
    const told = await (await ask(`${url}/ready`)).json();
    expect(told).toMatchObject({ status: "ready" });
    expect(Object.keys(told as object).toSorted()).toEqual(["parts", "status"]);
    const operator = await ask(`${url}/ready`, bearer(stack.metricsToken));
    expect(await operator.json()).toMatchObject({ status: "ready", troubles: [] });
  });

  it("shows its metrics to who has the token and to nobody else, with labels of a few words", async () => {
    for (const headers of [{}, bearer("guess"), bearer(stack.workerToken)]) {
      expect((await ask(`${url}/metrics`, headers)).status).toBe(404);
    }
    const text = await metricsOf(url);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds\{service="\w+"\}/m);
    expect(text).toContain(`service="${service}"`);
    const values = [...text.matchAll(/="([^"]*)"/g)].map(([, value = ""]) => value);
    const unbounded = /[0-9a-f]{8}-[0-9a-f]{4}|@|\?.|https?:/;
    expect(values.filter((value) => unbounded.test(value))).toEqual([]);
  });
});

describe("the outermost hop", () => {
  const { dashboard } = services;

  it("names every service, and tells administrators what is wrong", async () => {
    const parts = { directus: "ok", worker: "ok", browser: "ok", mcp: "ok" };
    expect(await (await ask(`${dashboard}/ready`)).json()).toEqual({ status: "ready", parts });
    const operator = await ask(`${dashboard}/ready`, bearer(stack.adminToken));
    expect(await operator.json()).toEqual({ status: "ready", parts, troubles: [] });
    const { rows } = await database.query<{ id: string }>(
      "select id from directus_roles where name = 'Administrator'",
    );
    const [admin, creator] = await Promise.all([
      createUser({ role: String(rows[0]?.id) }),
      createUser({ role: roles.creator.id }),
    ]);
    for (const [user, isTold] of [
      [admin, true],
      [creator, false],
    ] as const) {
      const headers = { cookie: `${stack.sessionCookie}=${user.token}` };
      const told = (await (await ask(`${dashboard}/ready`, headers)).json()) as object;
      expect("troubles" in told).toBe(isTold);
    }
  });

  it("passes nobody on to the metrics of others, and shows its own to no proxy", async () => {
    const headers = bearer(stack.metricsToken);
    expect((await ask(`${dashboard}/api/directus/metrics`, headers)).status).toBe(404);
    const proxied = { ...headers, "x-forwarded-for": "203.0.113.9" };
    expect((await ask(`${dashboard}/metrics`, proxied)).status).toBe(404);
    expect((await ask(`${stack.dashboardUrl}/metrics`, headers)).status).toBe(404);
  });
});

describe("alerts and the board", () => {
  const Alerts = z.object({
    groups: z.array(
      z.object({
        name: z.string(),
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            labels: z.object({ severity: z.enum(["page", "warn"]) }),
            annotations: z.object({ summary: z.string().endsWith(".") }),
          }),
        ),
      }),
    ),
  });
  const Board = z.object({
    panels: z.array(
      z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) }),
    ),
  });

  it("speak of metrics that the services have, and of no other", async () => {
    const alerts = Alerts.parse(parse(read("alerts.yml"))).groups.flatMap(({ rules }) => rules);
    const { panels } = Board.parse(JSON.parse(read("grafana-dashboard.json")));
    const expressions = [...alerts, ...panels.flatMap(({ targets }) => targets)].map(
      ({ expr }) => expr,
    );
    const texts = await Promise.all(Object.values(services).map(metricsOf));
    const there = new Set(
      [...texts.join("\n").matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name),
    );
    const named = new Set(expressions.flatMap(namesIn));
    expect(named.size).toBeGreaterThan(10);
    expect([...named].filter((name) => !there.has(name))).toEqual([]);
  });

  it("Prometheus is told of each service at the port that it usually has", () => {
    const { scrape_configs: configs } = z
      .object({
        scrape_configs: z.array(
          z.object({ static_configs: z.array(z.object({ targets: z.array(z.string()) })) }),
        ),
      })
      .parse(parse(read("prometheus.yml")));
    const targets = configs.flatMap((config) =>
      config.static_configs.flatMap((one) => one.targets),
    );
    expect(targets).toEqual([3100, 8055, 3003, 3002, 3004].map((port) => `127.0.0.1:${port}`));
  });
});

/** The metrics that an expression of Prometheus names; its own `up` is everybody's. */
function namesIn(expression: string): string[] {
  return [...expression.matchAll(/\b(?:genie|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
    name.replace(/(?<=_seconds)_(bucket|count|sum)$/, ""),
  );
}

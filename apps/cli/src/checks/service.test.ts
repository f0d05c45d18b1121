import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { checkService } from "./service.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(status: number, body: object): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const installation = (...urls: string[]) =>
  ({
    instances: (service: string) =>
      urls.map((url, index) => ({ name: index === 0 ? service : `${service}-${index + 1}`, url })),
    logOf: (name: string) => `/logs/${name}.log`,
    secrets: () => ({ METRICS_TOKEN: "t" }),
  }) as Parameters<typeof checkService>[0];

it("finds nothing wrong where each instance is ready, or none was started", async () => {
  const well = await serve(200, { status: "ready" });
  expect(await checkService(installation(well, well), "browser")).toBeNull();
  expect(await checkService(installation(), "browser")).toBeNull();
});

it("says of each instance what is wrong with it, and where its log is", async () => {
  const well = await serve(200, { status: "ready" });
  const ill = await serve(503, {
    troubles: [{ part: "disk", sentence: "The disk is full. Make room." }],
  });
  const said = await checkService(installation(well, ill, "http://127.0.0.1:1"), "worker");
  expect(said).toMatch(
    /^The disk is full\. Make room\. Its log: \/logs\/worker-2\.log The worker worker-3 does not answer\..* Its log: \/logs\/worker-3\.log$/,
  );
});

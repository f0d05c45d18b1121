import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { choosePorts, findFreePort, isPortFree } from "./ports.ts";

const none = {};
const findFree = () => Promise.resolve(40_000);
const freeExcept =
  (...taken: number[]) =>
  (port: number) =>
    Promise.resolve(!taken.includes(port));

describe("choosePorts", () => {
  it("takes the usual ports and says nothing", async () => {
    const chosen = await choosePorts({ explicit: none, previous: {}, isFree: freeExcept() });
    expect(chosen).toEqual({
      ports: {
        dashboard: 3100,
        directus: 8055,
        postgres: 54329,
        browser: 3002,
        worker: 3003,
        mcp: 3004,
        sandbox: 3200,
        mailbox: 3201,
        mailbox_smtp: 3202,
      },
      notes: [],
    });
  });

  it.each([
    ["browser", 3002, "BROWSER_PORT"],
    ["worker", 3003, "WORKER_PORT"],
    ["mcp", 3004, "MCP_PORT"],
    ["sandbox", 3200, "SANDBOX_PORT"],
  ] as const)("treats the port of the %s as those of the others", async (name, usual, variable) => {
    const isFree = freeExcept(usual);
    const moved = await choosePorts({ explicit: none, previous: {}, isFree, findFree });
    expect(moved.notes).toEqual([`Port ${usual} is not free, so ${name} uses 40000.`]);
    const fixed = choosePorts({ explicit: { [name]: usual }, previous: {}, isFree });
    await expect(fixed).rejects.toThrow(`Port ${usual} (${variable}) is taken`);
  });

  it("takes another port when the usual one is taken, and says so", async () => {
    const isFree = freeExcept(3100);
    const { ports, notes } = await choosePorts({ explicit: none, previous: {}, isFree, findFree });
    expect(ports.dashboard).toBe(40_000);
    expect(notes).toEqual(["Port 3100 is not free, so dashboard uses 40000."]);
  });

  it("keeps the ports of the run before", async () => {
    const previous = { directus: 41_000 };
    const { ports } = await choosePorts({ explicit: none, previous, isFree: freeExcept() });
    expect(ports.directus).toBe(41_000);
  });

  it("leaves a port of the run before that is taken now", async () => {
    const previous = { directus: 41_000 };
    const { ports } = await choosePorts({ explicit: none, previous, isFree: freeExcept(41_000) });
    expect(ports.directus).toBe(8055);
  });

  it("refuses a taken port that the operator has set, and names who can be asked", async () => {
    const explicit = { ...none, dashboard: 3000, postgres: 5432 };
    const choice = choosePorts({ explicit, previous: {}, isFree: freeExcept(3000, 5432) });
    await expect(choice).rejects.toThrow(
      /^Port 3000 \(DASHBOARD_PORT\) is taken.*`lsof -i :3000`.*\nPort 5432 \(POSTGRES_PORT\)/,
    );
  });

  it("looks for no port for a service that does not run here", async () => {
    const explicit = { ...none, postgres: 5432 };
    const unused = ["postgres"] as const;
    const choice = choosePorts({ explicit, previous: {}, unused, isFree: freeExcept(5432) });
    expect((await choice).notes).toEqual([]);
  });

  it("gives no other service a port that the operator has set", async () => {
    const explicit = { ...none, postgres: 3100 };
    const isFree = freeExcept();
    const { ports } = await choosePorts({ explicit, previous: {}, isFree, findFree });
    expect(ports).toMatchObject({ dashboard: 40_000, postgres: 3100 });
  });
});

describe("isPortFree", () => {
  it.each(["127.0.0.1", "0.0.0.0"])("sees a program that listens on %s", async (host) => {
    const port = await findFreePort();
    expect(await isPortFree(port)).toBe(true);
    const server = createServer().listen(port, host);
    await new Promise((resolve) => server.once("listening", resolve));
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });
});

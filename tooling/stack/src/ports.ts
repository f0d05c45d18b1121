import { randomInt } from "node:crypto";
import { connect, createServer } from "node:net";
import { misconfigured } from "./misconfigured.ts";

export const usualPorts = {
  dashboard: 3100,
  directus: 8055,
  postgres: 54329,
  browser: 3002,
  worker: 3003,
  mcp: 3004,
  sandbox: 3200,
  mailbox: 3201,
  mailbox_smtp: 3202,
} as const;

export type PortName = keyof typeof usualPorts;
export type Ports = Record<PortName, number>;

export const portNames = Object.keys(usualPorts) as readonly PortName[];

/** The setting that fixes a service's port. */
export function portVariable<Name extends PortName>(name: Name): `${Uppercase<Name>}_PORT` {
  return `${name.toUpperCase() as Uppercase<Name>}_PORT`;
}

type Choice = {
  /** Ports that the operator set: these or nothing. */
  explicit: Partial<Record<PortName, number | undefined>>;
  /** Ports of the run before, kept when they are free. */
  previous: Partial<Record<PortName, number | undefined>>;
  /** Services that do not run here: no port is looked for. */
  unused?: readonly PortName[];
  isFree?: (port: number) => Promise<boolean>;
  findFree?: () => Promise<number>;
};

/** Chooses a port for each service and says in `notes` where it is not the usual one. */
export async function choosePorts({
  explicit,
  previous,
  unused = [],
  isFree = isPortFree,
  findFree = findFreePort,
}: Choice): Promise<{ ports: Ports; notes: string[] }> {
  const problems: string[] = [];
  const notes: string[] = [];
  const ports: Ports = { ...usualPorts };
  const taken = new Set(Object.values(explicit));
  for (const name of portNames.filter((name) => !unused.includes(name))) {
    const variable = portVariable(name);
    const wanted = explicit[name];
    if (wanted !== undefined) {
      ports[name] = wanted;
      if (await isFree(wanted)) continue;
      problems.push(
        `Port ${wanted} (${variable}) is taken by another program: \`lsof -i :${wanted}\` names it. End that program, or set ${variable} to a free port.`,
      );
      continue;
    }
    const usual = usualPorts[name];
    const candidates = [previous[name], usual].filter((port) => port !== undefined);
    ports[name] = await firstFree(candidates, taken, isFree, findFree);
    taken.add(ports[name]);
    if (ports[name] !== usual) {
      notes.push(`Port ${usual} is not free, so ${name} uses ${ports[name]}.`);
    }
  }
  if (problems.length > 0) throw misconfigured(...problems);
  return { ports, notes };
}

async function firstFree(
  candidates: readonly number[],
  taken: ReadonlySet<number | undefined>,
  isFree: (port: number) => Promise<boolean>,
  findFree: () => Promise<number>,
): Promise<number> {
  for (const port of candidates) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  for (;;) {
    const port = await findFree();
    if (!taken.has(port)) return port;
  }
}

/** True when nothing listens on the port, on neither loopback address (`localhost` may be both). */
export async function isPortFree(port: number): Promise<boolean> {
  const loopback = ["127.0.0.1", "::1"];
  for (const host of loopback) {
    if (await answers(port, host)) return false;
  }
  return canListen(port, "127.0.0.1");
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
    socket.setTimeout(1000, () => finish(true));
  });
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below those that systems give to outgoing connections, one of which might take it before its server does. */
const [lowest, highest] = [15_000, 32_000];

/** A port that nothing uses at this moment. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(lowest, highest);
    if (await isPortFree(port)) return port;
  }
  throw misconfigured(`No port from ${lowest} to ${highest} is free. End a program that uses one.`);
}

/** A port for each service, by its setting, beside whatever else runs. */
export async function freePorts(): Promise<Record<string, string>> {
  const ports = new Set<number>();
  while (ports.size < portNames.length) ports.add(await findFreePort());
  const [...free] = ports;
  return Object.fromEntries(portNames.map((name, n) => [portVariable(name), String(free[n])]));
}

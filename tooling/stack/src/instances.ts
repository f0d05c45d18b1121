import type { Settings } from "./settings.ts";
import type { ServiceContext } from "./stack-context.ts";

/** Services of which there may be several, and what says how many. */
export const countedBy = {
  browser: "BROWSER_INSTANCES",
  dashboard: "DASHBOARD_INSTANCES",
  directus: "DIRECTUS_INSTANCES",
  worker: "WORKER_INSTANCES",
} as const;
export type Counted = keyof typeof countedBy;

const counted = Object.keys(countedBy) as readonly Counted[];

/** From 1 on, as many as there are. */
export const instancesOf = (settings: Settings, service: Counted): number[] =>
  Array.from({ length: settings[countedBy[service]] }, (_none, index) => index + 1);

/** The first one has the service's own name and port, the others a number and a port that is 10 higher each. */
export const instanceName = (service: string, instance: number): string =>
  instance === 1 ? service : `${service}-${instance}`;
export const instancePort = (first: number, instance: number): number =>
  first + 10 * (instance - 1);

/** One of a service that there may be several of, by its name, with where it answers. */
export type Instance = { name: string; url: string };

/** Each instance of a service; `urls` names the first one, or all of them with commas between. */
export function listInstances(settings: Settings, service: string, urls: string): Instance[] {
  const named = urls.split(",");
  const [first = ""] = named;
  const isFirstAlone = named.length === 1 && service in countedBy;
  const all = isFirstAlone
    ? instancesOf(settings, service as Counted).map((instance) => addressOf(first, instance))
    : named;
  return all.map((url, index) => ({ name: instanceName(service, index + 1), url }));
}

function addressOf(first: string, instance: number): string {
  if (instance === 1) return first;
  const url = new URL(first);
  url.port = String(instancePort(Number(url.port), instance));
  return url.origin;
}

/** What an instance is told: ports of its own, and folders that no other one writes to. */
export function asInstance<Context extends ServiceContext>(
  context: Context,
  instance: number,
): Context {
  const { ports, paths } = context;
  const own = counted.map((name) => [name, instancePort(ports[name], instance)] as const);
  return {
    ...context,
    ports: { ...ports, ...Object.fromEntries(own) },
    paths: {
      ...paths,
      browser: instanceName(paths.browser, instance),
      worker: instanceName(paths.worker, instance),
    },
  };
}

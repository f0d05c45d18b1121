import { type PortName, portNames, type Ports, portVariable, usualPorts } from "../ports.ts";
import type { Settings } from "../settings.ts";

/** The ports of services that are started one by one: those that are set, else the usual ones. */
export function settledPorts(settings: Settings): Ports {
  const entries = portNames.map((name): [PortName, number] => [
    name,
    settings[portVariable(name)] ?? usualPorts[name],
  ]);
  return { ...usualPorts, ...Object.fromEntries(entries) };
}

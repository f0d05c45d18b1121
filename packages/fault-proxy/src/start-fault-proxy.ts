import { once } from "node:events";
import { createServer } from "node:http";
import { type ArmedFault, armedFaults } from "./armed-faults.ts";
import type { Fault, RequestKind } from "./fault.ts";
import { passOn } from "./pass-on.ts";
import { answerSteering, steeringPath } from "./steer.ts";

export type FaultProxy = {
  /** Where it stands, as `http://127.0.0.1:<port>`. */
  url: string;
  /** Lets something go wrong; ends it again with the id that it answers. */
  arm: (fault: Fault) => ArmedFault;
  disarm: (id: number) => void;
  disarmAll: () => void;
  close: () => Promise<void>;
};

type Options = {
  /** Origin of the server behind it. */
  target: string;
  /** 0 takes a free one. */
  port?: number;
  /** Steers it by `/-/faults`, as a bearer token; without it that is closed. */
  adminToken?: string;
  /** The requests that publish something. */
  commits: readonly RequestKind[];
};

/** Starts a proxy before a server, on loopback. Requests and answers pass through it whole. */
export async function startFaultProxy({
  target,
  port = 0,
  adminToken,
  commits,
}: Options): Promise<FaultProxy> {
  const faults = armedFaults(commits);
  const server = createServer((request, response) => {
    const handled =
      adminToken !== undefined && request.url?.startsWith(steeringPath)
        ? answerSteering(request, response, { faults, adminToken })
        : passOn(request, response, { faults, target });
    handled.catch(() => response.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("There is no address.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    arm: (fault) => faults.arm(fault),
    disarm: (id) => void faults.disarm(id),
    disarmAll: () => faults.disarmAll(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

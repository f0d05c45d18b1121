import { randomBytes } from "node:crypto";
import { type Sandbox, openSandbox } from "../sandbox.ts";

/** What goes wrong on a platform, in the words of the sandbox and of the proxy that makes faults. */
export type RemoteFault = { kind: string; times?: "always"; share?: number } & Record<
  string,
  unknown
>;

export type RemoteAccount = { username: string; credentials: Record<string, string> };

/** A platform that is published to: it says itself what is there, and goes wrong as it is told. */
export type Remote = {
  createAccount: () => Promise<RemoteAccount>;
  /** The captions of all that was published on these accounts. */
  captions: () => Promise<string[]>;
  arm: (fault: RemoteFault) => Promise<number>;
  disarm: (id: number) => Promise<void>;
  disarmAll: () => Promise<void>;
};

/** Faults of these kinds are meant for what programs ask, not for pages. */
const ofApi = new Set(["rate_limited", "slow"]);

/** The sandbox, by its API. */
export function sandboxRemote(steering: Parameters<typeof openSandbox>[0]): Remote {
  const sandbox: Sandbox = openSandbox(steering);
  return {
    async createAccount() {
      const username = `chaos-${randomBytes(4).toString("hex")}`;
      const password = randomBytes(18).toString("base64url");
      await sandbox.createAccount({ username, password });
      return { username, credentials: { username, password } };
    },
    captions: sandbox.captions,
    arm: (fault) => sandbox.arm(ofApi.has(fault.kind) ? { path: "/api/*", ...fault } : fault),
    disarm: sandbox.disarm,
    disarmAll: sandbox.disarmAll,
  };
}

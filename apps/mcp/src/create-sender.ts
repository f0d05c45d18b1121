import { Agent, request } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import type { Send } from "@genie/agent-tools";
import { traceHeaders } from "@genie/telemetry";

/** Less than Directus keeps a connection, so nothing is sent on one that is being closed. */
const idleMs = 30_000;

/** Sends on connections that are kept for the next request, at half the work of `fetch`. */
export function createSender(): Send {
  const kept = { keepAlive: true, timeout: idleMs };
  const plain = new Agent(kept);
  const tls = new TlsAgent(kept);
  return (address, { body, headers, ...options }) =>
    new Promise((resolve, reject) => {
      const isTls = address.startsWith("https:");
      const sized = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const sent = (isTls ? tlsRequest : request)(
        address,
        {
          ...options,
          agent: isTls ? tls : plain,
          headers: { ...headers, ...traceHeaders(), ...sized },
        },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (chunk: string) => {
            text += chunk;
          });
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
          answer.on("error", reject);
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
}

import { customEndpoint } from "@directus/sdk";
import { CanariesAnswer, KeyStatus, RotateAnswer, type RotationMark } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** What is sealed with which key; the operator's alone. */
export async function readKeyStatus(client: DirectusClient): Promise<KeyStatus> {
  return KeyStatus.parse(
    await client.send(customEndpoint({ method: "GET", path: "/keys/status" })),
  );
}

/** Seals the next values again with the key that seals, from `mark` on; the operator's alone. */
export async function rotateSome(
  client: DirectusClient,
  mark: RotationMark | null,
): Promise<RotateAnswer> {
  return RotateAnswer.parse(await post(client, "rotate", { mark }));
}

/** Sealed samples, one of each key: whoever opens has to open them all. For the worker alone. */
export async function readCanaries(client: DirectusClient): Promise<string[]> {
  return CanariesAnswer.parse(await post(client, "canaries", {}));
}

function post(client: DirectusClient, step: string, body: object): Promise<unknown> {
  return client.send(
    customEndpoint({ method: "POST", path: `/keys/${step}`, body: JSON.stringify(body) }),
  );
}

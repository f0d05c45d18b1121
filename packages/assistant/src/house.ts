import { createGate, type Gate } from "@genie/agent-tools";
import {
  createDirectusClient,
  type Flow,
  listFlows,
  runAction,
  type ActionOutcome,
  type RunWatch,
} from "@genie/directus-client";

/** What a conversation can reach, under the rights of the person who talks. All throw `AppError`. */
export type House = {
  read: Gate["read"];
  /** Runs a flow by its slug, or a tool as `tools/<name>`, where the brakes are. */
  act: (path: string, params: Record<string, unknown>, watch: ActWatch) => Promise<ActionOutcome>;
  /** The flows that may be run. */
  listFlows: () => Promise<Flow[]>;
};

export type ActWatch = RunWatch & {
  /** Whether the conversation holds text of platforms, fans or files by now. */
  afterForeignText: boolean;
};

export type HouseOptions = {
  /** Where Directus answers. */
  url: string;
  /** Of the person's session. */
  token: string;
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
};

/** The house as the person sees it whose session this is; what she asks for here comes from her chat. */
export function openHouse({ url, token, headers, signal }: HouseOptions): House {
  const client = createDirectusClient({ url, token, headers: { ...headers } });
  const gate = createGate({
    url,
    headers: { ...headers, authorization: `Bearer ${token}` },
    source: "chat",
    signal,
  });
  return {
    read: gate.read,
    act: (path, params, { afterForeignText, ...watch }) =>
      runAction(
        client,
        path,
        { params, source: "chat", after_foreign_text: afterForeignText },
        watch,
      ),
    listFlows: async () => (await listFlows(client)).filter(({ isActive }) => isActive),
  };
}

import type { RunningStack } from "./start-stack.ts";
import { readState, updateState } from "./state.ts";

/** The last lines of a start: services, addresses and, once per installation, the first log-in. */
export function closingLines({ context, urls }: RunningStack): string[] {
  const { services } = readState(context.paths.state);
  return [
    "",
    ...Object.entries(services).map(([name, { pid }]) => `${name.padEnd(12)} process ${pid}`),
    "",
    ...addressLines(urls.dashboard, context.paths.logs),
    ...(urls.mailbox === null ? [] : [`Letters      ${urls.mailbox}  (nothing is delivered)`]),
    ...firstLogin(context),
  ];
}

function addressLines(dashboard: string | null, logs: string): string[] {
  if (dashboard === null) return [`Logs         ${logs}`];
  return [
    `Dashboard    ${dashboard}`,
    `Admin panel  ${dashboard}/admin`,
    `API          ${dashboard}/api/directus`,
    `Logs         ${logs}`,
  ];
}

function firstLogin({ paths, secrets, env }: RunningStack["context"]): string[] {
  if (readState(paths.state).loginShown) return [];
  updateState(paths.state, (state) => ({ ...state, loginShown: true }));
  const password = env["ADMIN_PASSWORD"]
    ? "the password in ADMIN_PASSWORD"
    : secrets.ADMIN_PASSWORD;
  return ["", `First log-in (shown this once): ${secrets.ADMIN_EMAIL}  ${password}`];
}

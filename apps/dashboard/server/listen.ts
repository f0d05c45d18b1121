import { AppError } from "@genie/errors";
import type { Server } from "node:http";

/** Resolves when the server accepts connections; throws `misconfigured` with a sentence if not. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(new AppError("misconfigured", sentenceFor(cause, host, port), { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  const where = `${host}:${port}`;
  switch (error.code ?? "") {
    case "EADDRINUSE":
      return `The dashboard cannot start: port ${port} on ${host} is taken. Stop what uses it, or set DASHBOARD_PORT to a free port.`;
    case "EACCES":
      return `The dashboard cannot start: it may not open ${where}. Set DASHBOARD_PORT to a port above 1023.`;
    default:
      return `The dashboard cannot start: ${where} cannot be opened (${error.code ?? "unknown reason"}). Check DASHBOARD_HOST and DASHBOARD_PORT.`;
  }
}

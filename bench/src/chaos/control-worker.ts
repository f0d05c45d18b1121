import { queueConnection } from "@genie/jobs";
import { z } from "zod";
import { openControlWorker } from "./control-queue.ts";
import { patientDatabase } from "./patient-database.ts";

// The usual design: check the row, send, mark the row; the queue tries again what failed.

const sendWithinMs = 5_000;

const Env = z.object({
  DATABASE_URL: z.string(),
  REDIS_URL: z.string().optional(),
  QUEUES_DATABASE_URL: z.string().optional(),
  SANDBOX_ORIGIN: z.string(),
});
const Row = z.object({
  caption: z.string(),
  state: z.string(),
  username: z.string(),
  password: z.string(),
});
const Session = z.object({ token: z.string() });

// oxlint-disable-next-line node/no-process-env
const env = Env.parse(process.env);
const database = patientDatabase({ connectionString: env.DATABASE_URL });
const tokens = new Map<string, string>();
const connection = queueConnection({
  redisUrl: env.REDIS_URL,
  queuesDatabaseUrl: env.QUEUES_DATABASE_URL,
});

const worker = openControlWorker(connection, async ({ data: { id } }) => {
  const [row] = await database.query("select * from control_posts where id = $1", [id]);
  const { caption, state, ...account } = Row.parse(row);
  if (state === "sent") return;
  const token = tokens.get(account.username) ?? (await signIn(account));
  await call("/api/posts", { caption }, token);
  await database.query("update control_posts set state = 'sent' where id = $1", [id]);
});
worker.on("error", () => {});
process.once("SIGTERM", () => void worker.close().then(() => process.exit(0)));

async function signIn(account: { username: string; password: string }): Promise<string> {
  const { token } = Session.parse(await call("/api/session", account));
  tokens.set(account.username, token);
  return token;
}

async function call(path: string, body: object, token?: string): Promise<unknown> {
  const answer = await fetch(`${env.SANDBOX_ORIGIN}${path}`, {
    method: "POST",
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(sendWithinMs),
  });
  if (!answer.ok) throw new Error(`The platform answered ${answer.status}.`);
  return answer.json();
}

import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";
import { misconfigured } from "./misconfigured.ts";

/** Throws `misconfigured` unless a Redis answers at the address and takes the password. */
export async function checkRedis(address: string): Promise<void> {
  const url = new URL(address);
  const answer = await ask(url).catch(() => null);
  if (answer === null) {
    throw misconfigured(
      "The Redis behind REDIS_URL does not answer. Check that it runs and that the host and port in REDIS_URL are right, or remove REDIS_URL to keep the queues in PostgreSQL.",
    );
  }
  if (!answer.includes("+PONG")) {
    throw misconfigured(
      "The Redis behind REDIS_URL refuses the user or the password. Correct them in REDIS_URL.",
    );
  }
}

function ask(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const target = { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || 6379) };
    const secure = url.protocol === "rediss:";
    const socket = secure ? connectTls({ ...target, servername: target.host }) : connectTcp(target);
    let answer = "";
    socket.setTimeout(5000, () => socket.destroy(new Error("no answer")));
    socket.once("error", reject);
    socket.once(secure ? "secureConnect" : "connect", () => socket.end(requestTo(url)));
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
    });
    socket.once("close", () => resolve(answer));
  });
}

function requestTo({ username, password }: URL): string {
  const credentials = [username, password].filter((part) => part !== "").map(decodeURIComponent);
  const login = password === "" ? "" : encode(["AUTH", ...credentials]);
  return `${login}${encode(["PING"])}${encode(["QUIT"])}`;
}

function encode(words: readonly string[]): string {
  const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
  return `*${words.length}\r\n${parts.join("")}`;
}

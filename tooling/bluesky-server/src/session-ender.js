import { createHmac, timingSafeEqual } from "node:crypto";
import { json } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Stands before the server and does what it can't: `POST /admin/end-sessions` with `{ did }` ends the
 * sessions of an account that app passwords opened. Their tokens reach it from then on as ones that have
 * run out, and what it says to that are its own words.
 */
export function sessionEnder(app, { adminToken, jwtSecret }) {
  /** The last second of the sessions that are over, by account. */
  const over = new Map();

  async function endSessions(request, response) {
    if (!isSame(request.headers.authorization ?? "", `Bearer ${adminToken}`)) {
      response.writeHead(401).end();
      return;
    }
    const { did } = await json(request);
    const second = Math.floor(Date.now() / 1000);
    over.set(did, second);
    // Tokens say the second in which they were made: one that comes after this is of a new session.
    await wait((second + 1) * 1000 - Date.now());
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }

  return (request, response) => {
    if (request.method === "POST" && request.url === "/admin/end-sessions") {
      endSessions(request, response).catch(() => response.destroy());
      return;
    }
    const [, token] =
      /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.authorization ?? "") ?? [];
    const claims = token === undefined ? null : claimsOf(token);
    if (claims?.scope === "com.atproto.appPass" && claims.iat <= (over.get(claims.sub) ?? 0)) {
      request.headers.authorization = `Bearer ${sign({ ...claims, exp: claims.iat - 60 }, token)}`;
    }
    app(request, response);
  };

  /** The same header, other claims. */
  function sign(claims, token) {
    const [header] = token.split(".");
    const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
    return `${signed}.${createHmac("sha256", jwtSecret).update(signed).digest("base64url")}`;
  }
}

function claimsOf(token) {
  try {
    return JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

function isSame(said, right) {
  const [one, other] = [Buffer.from(said), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

import { describe, expect, it } from "vitest";
import { requestTarget } from "./request-target.ts";

describe("requestTarget", () => {
  it.each([
    ["/api/directus/items/posts?limit=1", "/items/posts?limit=1"],
    ["/api/directus/", "/"],
    ["/api/directus/items?filter=a?b", "/items?filter=a?b"],
    ["/api/directus//evil.example/x", "/evil.example/x"],
    ["/api/directus/files/tus/a%20b", "/files/tus/a%20b"],
    ["/api/directus/assets/v1.2/..x", "/assets/v1.2/..x"],
  ])("%s goes to Directus as %s", (url, path) => {
    expect(requestTarget({ method: "GET", url })).toEqual({ kind: "directus", path });
  });

  it.each(["/", "/app", "/api/register", "/api/directusx", "/api/Directus/x", "//api/directus/x"])(
    "%s is a page",
    (url) => {
      expect(requestTarget({ method: "GET", url })).toEqual({ kind: "page" });
    },
  );

  it("names the way of agents, and nothing below it", () => {
    expect(requestTarget({ method: "POST", url: "/mcp" })).toEqual({ kind: "mcp", path: "/mcp" });
    for (const url of ["/mcp/", "/mcpx", "/MCP", "//mcp"]) {
      expect(requestTarget({ method: "POST", url }).kind).toBe("page");
    }
  });

  it("names the bare prefix, whose relative redirects would be wrong", () => {
    expect(requestTarget({ method: "GET", url: "/api/directus" }).kind).toBe("directus-root");
  });

  it.each([
    ["GET", "http://evil.example/"],
    ["GET", "https://localhost:3100/app"],
    ["GET", "evil.example:443"],
    ["GET", ""],
    ["OPTIONS", "*"],
    ["CONNECT", "evil.example:443"],
    ["TRACE", "/"],
    ["GET", "/api/directus/../app"],
    ["GET", "/api/directus/%2e%2E/x"],
    ["GET", "/api/directus/a%2f..%2fb"],
    ["GET", "/api/directus/a\\..\\b"],
  ])("%s %s is refused", (method, url) => {
    expect(requestTarget({ method, url })).toEqual({ kind: "refused" });
  });
});

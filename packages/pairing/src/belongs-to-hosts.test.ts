import { expect, it } from "vitest";
import { belongsToHosts } from "./belongs-to-hosts.ts";

const hosts = ["fans.example", "*.cdn.example", "127.0.0.1:4000", "[::1]:4000"];

it.each([
  "fans.example",
  ".fans.example",
  "FANS.example",
  "cdn.example",
  ".a.cdn.example",
  "127.0.0.1",
  "[::1]",
])("%s is the platform's", (domain) => {
  expect(belongsToHosts(hosts, domain)).toBe(true);
});

it.each([
  "",
  ".",
  "example",
  ".example",
  "www.fans.example",
  "fans.example.evil.example",
  "notfans.example",
  "evilcdn.example",
  "0.0.1",
  "..fans.example",
])("%j is not", (domain) => {
  expect(belongsToHosts(hosts, domain)).toBe(false);
});

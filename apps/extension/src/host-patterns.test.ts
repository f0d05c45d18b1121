import { expect, it } from "vitest";
import { hostPatterns } from "./host-patterns.ts";

it("asks for the hosts of a platform and no more", () => {
  expect(hostPatterns("https://fans.example", ["fans.example", "*.fans.example"])).toEqual([
    "https://fans.example/*",
    "https://*.fans.example/*",
  ]);
});

it("asks for a host once, whatever its ports", () => {
  expect(hostPatterns("http://127.0.0.1:3000", ["127.0.0.1:3000", "127.0.0.1:4000"])).toEqual([
    "http://127.0.0.1/*",
  ]);
  expect(hostPatterns("http://[::1]:3000", ["[::1]:3000"])).toEqual(["http://[::1]/*"]);
});

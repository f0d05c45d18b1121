import { expect, it } from "vitest";
import { isLoopbackAddress, isLoopbackHost, isOwnHost } from "./loopback.ts";

it.each([
  ["127.0.0.1", true],
  ["127.8.9.1", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["::ffff:10.0.0.1", false],
  ["10.0.0.1", false],
  ["0.0.0.0", false],
  ["::", false],
  ["", false],
])("%s is an address of this machine: %s", (address, own) => {
  expect(isLoopbackAddress(address)).toBe(own);
  expect(isLoopbackHost(address)).toBe(own);
});

it.each([
  ["sandbox.localhost:3200", true],
  ["localhost", true],
  ["127.0.0.1:3200", true],
  ["[::1]:3200", true],
  ["sandbox.localhost.example.com", false],
  ["example.com:3200", false],
  ["", false],
])("%s names this machine: %s", (header, own) => {
  expect(isOwnHost(header)).toBe(own);
});

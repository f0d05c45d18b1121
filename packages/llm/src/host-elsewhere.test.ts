import { expect, it } from "vitest";
import { hostElsewhere } from "./host-elsewhere.ts";

it.each([
  "http://127.0.0.1:11434/v1",
  "http://localhost:11434/v1",
  "http://LOCALHOST./v1",
  "http://2130706433/v1",
  "http://[::1]/v1",
  "http://[::ffff:127.0.0.1]/v1",
  "http://10.1.2.3/v1",
  "http://172.31.0.1/v1",
  "http://192.168.0.9/v1",
  "http://169.254.1.1/v1",
  "http://[fd00::1]/v1",
  "http://[fe80::1]/v1",
  "http://ollama:11434/v1",
  "http://host.docker.internal:11434/v1",
  "http://mac.local/v1",
])("%s is this installation's own", (address) => {
  expect(hostElsewhere(address)).toBeNull();
});

it.each([
  ["https://API.model.example/v1", "api.model.example"],
  ["https://key:word@model.example:8443/v1", "model.example"],
  ["http://172.32.0.1/v1", "172.32.0.1"],
  ["http://8.8.8.8/v1", "8.8.8.8"],
  ["http://[2001:db8::1]/v1", "2001:db8::1"],
  ["http://[::ffff:8.8.8.8]/v1", "::ffff:808:808"],
  ["https://localhost.example/v1", "localhost.example"],
])("%s leads to %s", (address, host) => {
  expect(hostElsewhere(address)).toBe(host);
});

import { expect, it } from "vitest";
import { serverOrigin } from "./server-origin.ts";

it.each([
  ["https://genie.example", "https://genie.example"],
  [" genie.example/app/settings ", "https://genie.example"],
  ["https://genie.example:8443/", "https://genie.example:8443"],
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
  ["http://localhost:3000/login", "http://localhost:3000"],
  ["http://[::1]:3000", "http://[::1]:3000"],
])("%j is %s", (typed, origin) => {
  expect(serverOrigin(typed)).toBe(origin);
});

it.each(["", "not an address", "ftp://genie.example", "javascript:alert(1)", "https://"])(
  "%j is no address",
  (typed) => {
    expect(() => serverOrigin(typed)).toThrow("This is no address.");
  },
);

it.each(["http://genie.example", "http://127.0.0.1.evil.example", "http://192.168.1.2:3000"])(
  "%s has no encryption",
  (typed) => {
    expect(() => serverOrigin(typed)).toThrow("no encryption");
  },
);

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BrowserUrls, findSession, fromAnyOf, homesOf, nameSession } from "./browser-services.ts";

const urls = ["http://127.0.0.1:3002", "http://127.0.0.1:3012", "http://browser-3:3002"];
const accounts = Array.from({ length: 3000 }, () => randomUUID());
const homeOf = (account: string, among = urls) => homesOf(among, account)[0];

describe("an account's home", () => {
  it("is the same whoever asks, in whatever order the services are named", () => {
    for (const account of accounts.slice(0, 200)) {
      expect(homesOf(urls.toReversed(), account.toUpperCase())).toEqual(homesOf(urls, account));
    }
  });

  it("is each of the services about as often", () => {
    for (const url of urls) {
      const share = accounts.filter((account) => homeOf(account) === url).length;
      expect(share).toBeGreaterThan(800);
      expect(share).toBeLessThan(1200);
    }
  });

  it("stays when another service comes or goes", () => {
    const [, second = "", third = ""] = urls;
    const left = [second, third];
    const staying = accounts.filter((account) => homeOf(account) !== urls[0]);
    expect(staying.map((account) => homeOf(account, left))).toEqual(
      staying.map((account) => homeOf(account)),
    );
  });
});

describe("a session's name", () => {
  it("leads to its service and to what that calls it", () => {
    for (const url of urls) {
      const id = randomUUID();
      const name = nameSession(url, id);
      expect(name.length).toBeLessThanOrEqual(64);
      expect(findSession(urls, name)).toEqual({ url, id });
      expect(findSession(urls.toReversed(), name)).toEqual({ url, id });
    }
  });

  it("of a service that is none of these is the first's to refuse", () => {
    expect(findSession(urls, "b-1")).toEqual({ url: urls[0], id: "b-1" });
    const gone = nameSession("http://gone:3002", "x");
    expect(findSession(urls, gone)).toEqual({ url: urls[0], id: gone });
  });
});

it("those without a home begin with any service and leave none out", () => {
  for (let times = 0; times < 20; times += 1) {
    expect(fromAnyOf(urls).toSorted()).toEqual(urls.toSorted());
  }
});

it.each([
  ["http://127.0.0.1:3002/", ["http://127.0.0.1:3002"]],
  ["http://a:1, http://b:2,http://a:1", ["http://a:1", "http://b:2"]],
  [
    ["http://a:1", "http://b:2"],
    ["http://a:1", "http://b:2"],
  ],
])("%s are these services", (given, read) => {
  expect(BrowserUrls.parse(given)).toEqual(read);
});

it.each(["", ",", "browser:3002", "ftp://a", "http://a,b"])("%s names no services", (given) => {
  expect(BrowserUrls.safeParse(given).success).toBe(false);
});

import { describe, expect, it } from "vitest";
import { fansQuery, filterCount } from "./fans-query.ts";

const read = (address: string) => {
  const params = new URLSearchParams(address);
  return fansQuery((part) => params.get(part));
};

describe("fansQuery", () => {
  it("shows everybody, the highest score first, unless it is told otherwise", () => {
    expect(read("")).toEqual({ search: "", sort: "score" });
    expect(filterCount(read(""))).toBe(0);
  });

  it("takes what the address says", () => {
    const account = "0b8f1f1e-6d3e-4f7f-9d3f-0a7c3a0c2a11";
    const query = read(`q= mo &account=${account}&status=active&score=50&sort=recent`);
    expect(query).toEqual({
      search: "mo",
      account,
      status: "active",
      minScore: 50,
      sort: "recent",
    });
    expect(filterCount(query)).toBe(3);
  });

  it("leaves out what makes no sense", () => {
    expect(read("account=me&status=gone&score=many&sort=luck")).toEqual(read(""));
  });
});

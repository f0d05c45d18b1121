import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalSecrets } from "./equal-secrets.ts";

describe("equalSecrets", () => {
  it("is true for equal texts only, whatever their lengths", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(equalSecrets(a, a)).toBe(true);
        expect(equalSecrets(a, b)).toBe(a === b);
        expect(equalSecrets(a, `${a}x`)).toBe(false);
      }),
    );
  });
});

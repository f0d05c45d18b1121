import { createError } from "@directus/errors";
import { AppError } from "@genie/errors";
import { describe, expect, it } from "vitest";
import { sentenceOf, stepFailure } from "./step-failure.ts";

describe("the failure of a step", () => {
  it("keeps code and sentence, and no cause: Directus writes that into the log of the run", () => {
    const cause = new Error("cookie=secret");
    const failure = stepFailure(new AppError("rate_limited", "All are in use.", { cause }));
    expect(failure).toMatchObject({
      code: "RATE_LIMITED",
      status: 429,
      message: "All are in use.",
    });
    expect(failure.cause).toBeUndefined();
  });

  it("of a kind that nobody thought of is a fixed sentence", () => {
    const failure = stepFailure(new TypeError("cookie=secret"));
    expect(failure).toMatchObject({
      status: 500,
      message: expect.stringMatching(/^Something went wrong on our side/),
    });
  });

  it("by the gate or by Directus stays as it is", () => {
    const Refused = createError("FORBIDDEN", "Not yours.", 403);
    const refused = new Refused();
    expect(stepFailure(refused)).toBe(refused);
    expect(sentenceOf(refused)).toBe("Not yours.");
  });

  it("of a post that is there already says what happened", () => {
    const NotUnique = createError("RECORD_NOT_UNIQUE", "Value has to be unique.", 400);
    const failure = stepFailure(new NotUnique());
    expect(failure).toMatchObject({ code: "CONFLICT", status: 409 });
    expect(failure.message).toMatch(/None is there twice; run the flow again/);
  });
});

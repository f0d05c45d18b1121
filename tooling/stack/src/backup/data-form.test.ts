import { expect, it } from "vitest";
import { ourDataForm } from "./data-form.ts";
import { releaseVersions } from "./release.ts";

it("the form of our data is the same at each reading, and names the release", () => {
  expect(ourDataForm()).toEqual({
    form: expect.stringMatching(/^[0-9a-f]{16}$/),
    ...releaseVersions(),
  });
  expect(ourDataForm()).toEqual(ourDataForm());
});

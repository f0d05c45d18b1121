import { AppError } from "@genie/errors";

/** How a step failed for a reason that is not for people: others have done their part by then, or it has itself. */
export const brokeOff = (cause: unknown): AppError =>
  new AppError(
    "internal",
    "Something went wrong on our side, and the action ended there. What was done before that stays; look at it before you start the action again.",
    { cause },
  );

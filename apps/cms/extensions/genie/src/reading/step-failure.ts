import { createError, isDirectusError } from "@directus/errors";
import { AppError, httpStatus, messageForPeople } from "@genie/errors";

/**
 * The sentence for people about why a step of a flow failed. Directus hands on what a step threw; its
 * own word for two rows of one post tells nobody what happened.
 */
export function sentenceOf(failure: unknown): string {
  if (isDirectusError(failure, "RECORD_NOT_UNIQUE")) {
    return "Some of these posts came into the library by another way at the same moment. None is there twice; run the flow again for the rest.";
  }
  return isDirectusError(failure) ? failure.message : messageForPeople(failure);
}

/**
 * A failure as a flow may keep and answer it. Directus writes the cause of an error into the log of
 * the run, so that stays here.
 */
export function stepFailure(failure: unknown): Error {
  if (isDirectusError(failure) && failure.code !== "RECORD_NOT_UNIQUE") return failure;
  const [code, status] = isDirectusError(failure)
    ? ["CONFLICT", 409]
    : failure instanceof AppError
      ? [failure.code.toUpperCase(), httpStatus[failure.code]]
      : ["INTERNAL", 500];
  const Failure = createError(code, sentenceOf(failure), status);
  return new Failure();
}

type Failure = 401 | 404 | 422 | 429;

/** What Mastodon answers in `{ error }`, in its own words. */
export class ApiError extends Error {
  readonly status: Failure;

  constructor(status: Failure, message: string) {
    super(message);
    this.status = status;
  }
}

export const invalid = (...problems: string[]): ApiError =>
  new ApiError(422, `Validation failed: ${problems.join(", ")}`);
export const notFound = (): ApiError => new ApiError(404, "Record not found");

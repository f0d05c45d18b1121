import type { ErrorRequestHandler } from "express";
import type { Hook } from "../directus.ts";
import { explainDatabaseError } from "./explain-database-error.ts";

/** Answers what the database refuses with a status and a sentence, on writes and on deletes. */
export const explainErrors: Hook = ({ filter, init }) => {
  filter<unknown>("database.error", explainDatabaseError);

  // Directus translates no error of a delete; before its own error handler there is a place for it.
  init("routes.custom.after", ({ app }) => {
    app.use(explain);
  });
};

const explain: ErrorRequestHandler = (error, _request, _response, next) =>
  next(explainDatabaseError(error));

export { AppError, type ErrorCode, messageForPeople, type Retry } from "./app-error.ts";
export { httpStatus } from "./http-status.ts";

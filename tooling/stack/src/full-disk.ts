import { AppError } from "@genie/errors";
import { isSystemError } from "./misconfigured.ts";

/** True when a disk is full, or what a user may take of it. */
export const isFullDisk = (error: unknown): boolean => isSystemError(error, "ENOSPC", "EDQUOT");

/** An error as it is, or `misconfigured` where it means that the disk of `path` is full: `rest` says what to do. */
export const orFullDisk = (error: unknown, path: string, rest: string): unknown =>
  isFullDisk(error)
    ? new AppError("misconfigured", `The disk of ${path} is full. ${rest}`, { cause: error })
    : error;

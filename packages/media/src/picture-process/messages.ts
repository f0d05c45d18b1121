import type { ErrorCode, Retry } from "@genie/errors";
import type { PictureWorks } from "./picture-works.ts";

export type WorkName = keyof PictureWorks;
export type WorkInput<Name extends WorkName> = Parameters<PictureWorks[Name]>[0];
export type WorkOutput<Name extends WorkName> = Awaited<ReturnType<PictureWorks[Name]>>;

/** To the process: paths, numbers and words, never a picture. */
export type Request = { [Name in WorkName]: { work: Name; input: WorkInput<Name> } }[WorkName];

export type Problem = { code: ErrorCode; retry: Retry; message: string; cause: string };

/** And back. */
export type Answer = { output: unknown } | { problem: Problem };

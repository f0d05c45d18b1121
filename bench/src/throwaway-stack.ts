import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  makeThrowawayFolder,
  provideTools,
  startThrowawayStack,
  type ThrowawayOptions,
  type TestStack,
} from "@genie/stack";

const toolsWithinMs = 10 * 60_000;

type Wanted = ThrowawayOptions & {
  settings?: Record<string, string>;
  /** Chromium, ffmpeg and a Redis beside it: what posting by pages takes. */
  withTools?: boolean;
  signal: AbortSignal;
};

/** Starts a throw-away stack, does the work on it, and removes it with its folder. Says on standard error how far it is. */
export async function onThrowawayStack<Result>(
  { settings = {}, withTools = false, signal, ...options }: Wanted,
  work: (stack: TestStack, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = makeThrowawayFolder();
  try {
    const { paths: tools } = await provideTools({
      wanted: withTools ? ["chromium", "ffmpeg", "redis"] : [],
      // oxlint-disable-next-line node/no-process-env
      env: process.env,
      log: join(folder, "install.log"),
      tried: [],
      withinMs: toolsWithinMs,
      signal,
    });
    const stack = await startThrowawayStack(
      folder,
      tools,
      { line: say },
      signal,
      settings,
      options,
    );
    try {
      return await work(stack, folder);
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** To people who watch: standard output has the figures. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

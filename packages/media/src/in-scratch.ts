import { copyFile, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diskFull, isDiskFull } from "./problems.ts";

/** Does work with an empty folder of its own, which is gone afterwards. */
export async function inScratch<Made>(
  folder: string,
  work: (scratch: string) => Promise<Made>,
): Promise<Made> {
  try {
    await mkdir(folder, { recursive: true });
    const scratch = await mkdtemp(join(folder, "work-"));
    try {
      return await work(scratch);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  } catch (error) {
    throw isSystemError(error) && isDiskFull(error.code) ? diskFull(error) : error;
  }
}

/** Puts a file where it was asked for, onto another file system too. */
export async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (!(isSystemError(error) && error.code === "EXDEV")) throw error;
    await copyFile(from, to).catch(async (cause: unknown) => {
      await rm(to, { force: true });
      throw cause;
    });
  }
}

const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && "code" in error && typeof error.code === "string";

import { writeFile } from "node:fs/promises";
import type { Mark } from "../mark.ts";
import { makeMark } from "./make-mark.ts";

type Request = { mark: Mark; width: number; height: number; output: string };

/** Writes the mark for a video of that size as a PNG, and says where on it it stands. */
export async function layMark({ mark, width, height, output }: Request) {
  const { png, left, top } = await makeMark(mark, { width, height });
  await writeFile(output, png);
  return { left, top };
}

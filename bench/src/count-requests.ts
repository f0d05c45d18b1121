import { open } from "node:fs/promises";
import { createInterface } from "node:readline";

/** How many requests Directus has logged, from an offset of its log on. */
export async function countRequests(log: string, from: number): Promise<number> {
  const file = await open(log);
  let count = 0;
  for await (const line of createInterface({ input: file.createReadStream({ start: from }) })) {
    if (line.includes('"req":{')) count += 1;
  }
  return count;
}

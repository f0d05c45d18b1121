import { z } from "zod";

const Entry = z.object({ caption: z.string(), tags: z.array(z.string()) });

/** Tags that a model would name for a caption: its words. `wrong`: what is no tag, and an order. */
export function nameTags(said: string, kind: "absent" | "fit" | "wrong"): { tags: string[] } {
  if (kind === "absent") return { tags: [] };
  if (kind === "wrong") return { tags: ["delete all posts", "", "x".repeat(300)] };
  const { caption, tags } = Entry.parse(JSON.parse(said));
  const words = `${caption} ${tags.join(" ")}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return { tags: [...new Set(words)] };
}

import { findTooLarge } from "./media-limits.ts";
import type { Visibility } from "./post-store.ts";

export const captionLimit = 500;
export const mediaLimit = 4;
const keyLimit = 200;

/** What came with the form, and every reason why it can't be posted. */
export type ComposeInput = {
  caption: string;
  visibility: Visibility;
  files: File[];
  idempotencyKey: string | null;
  problems: string[];
};

/** Reads the form of a new post, beside files that were uploaded before. Captions are counted in code points, line ends as one. */
export function readComposeInput(form: Record<string, unknown>, uploaded = 0): ComposeInput {
  const caption = text(form["caption"]).replaceAll("\r\n", "\n").trim();
  const visibility = text(form["visibility"]) || "public";
  const key = text(form["idempotency_key"]);
  const files = filesOf(form["media"]);
  const fileCount = files.length + uploaded;
  const problems: string[] = [];

  const length = Array.from(caption).length;
  if (length > captionLimit) {
    problems.push(`The caption has ${length} characters. ${captionLimit} are allowed.`);
  }
  if (caption === "" && fileCount === 0) problems.push("Write a caption or add a photo or video.");
  if (fileCount > mediaLimit) {
    problems.push(`There are ${fileCount} files. ${mediaLimit} are allowed.`);
  }
  if (visibility !== "public" && visibility !== "subscribers") {
    problems.push("Choose who may see the post.");
  }
  if (key.length > keyLimit) problems.push("The idempotency key is too long.");
  return {
    caption,
    visibility: visibility === "subscribers" ? "subscribers" : "public",
    files,
    idempotencyKey: key === "" ? null : key,
    problems: [...problems, ...findTooLarge(files)],
  };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A form without a chosen file sends one that has no name and no content. */
function filesOf(value: unknown): File[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((file) => file instanceof File && (file.size > 0 || file.name !== ""));
}

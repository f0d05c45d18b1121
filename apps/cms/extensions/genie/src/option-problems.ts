import type { ZodError } from "zod";

/** What is wrong with options, in sentences: the part they are about, and what would be right. */
export function optionProblems({ issues }: ZodError): string {
  return issues
    .map(({ path, message }) => {
      const sentence = message.endsWith(".") ? message : `${message}.`;
      return path.length === 0 ? sentence : `${path.join(".")}: ${sentence}`;
    })
    .join(" ");
}

import type { Platform } from "./platform.ts";

/**
 * Answers to a platform's options that it can't be told, in a sentence for people each. What the
 * platform has no option for is left alone: the post may have been another platform's before.
 */
export function checkOptions(
  { name, options }: Pick<Platform, "name" | "options">,
  config: Readonly<Record<string, unknown>>,
): string[] {
  return options.flatMap((option) => {
    const answer = config[option.name];
    if (answer === undefined || answer === null) return [];
    if (option.kind === "text") {
      if (typeof answer === "string" && Array.from(answer).length <= option.most) return [];
      return [`"${option.label}" on ${name} is a text of ${option.most} characters at most.`];
    }
    if (option.choices.some(({ value }) => value === answer)) return [];
    const choices = option.choices.map(({ value }) => value).join(", ");
    return [`"${option.label}" on ${name} is one of: ${choices}.`];
  });
}

import { PostRules } from "@genie/schema";
import { refusal } from "../refusals.ts";

/** What was sent as rules, as it is stored; refuses what can't be read with a sentence for each part. */
export function checkedRules(sent: unknown): PostRules {
  const parsed = PostRules.safeParse(sent);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) =>
    issue.code === "unrecognized_keys"
      ? `There is no rule called ${issue.keys.map((key) => `"${key.slice(0, 40)}"`).join(", ")}.`
      : issue.path.length === 0
        ? 'Rules have to be an object, such as {"noLinks": true}.'
        : `${String(issue.path[0])}: ${issue.message}`,
  );
  throw refusal("INVALID_PAYLOAD", `${[...new Set(problems)].join(" ")} Nothing was saved.`);
}

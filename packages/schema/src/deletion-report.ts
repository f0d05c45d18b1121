import { everyCollection } from "./schema.ts";
import type { DeletionStatus } from "./your-data.ts";

/** What a person gets to keep of a deletion: what was done, what is gone and what stays, in plain words. */
export function deletionReport({
  status,
  asked_at: askedAt,
  completed_at: completedAt,
  removed,
}: DeletionStatus): string {
  const { posts_stopped: stopped = 0, posts_under_way: underWay = 0, ...rows } = removed;
  const lines = Object.entries(rows)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `- ${count} × ${noteOf(name)}`);
  return `An account in Genie Helper was deleted.

Asked for: ${askedAt}
${status === "completed" ? `Done: ${completedAt ?? ""}` : "It is under way still."}

First
- Planned posts that were stopped: ${stopped}
- Posts that were being sent at that moment and may have gone out: ${underWay}
- Every session was ended, and every token and paired browser lost its access.

Removed
${lines.length === 0 ? "- There was nothing besides the account." : lines.join("\n")}
- The account itself, with its name, address and password.
- Jobs in queues, schedules, and the histories that the data service keeps of changes.
- What browsers on the server kept of her accounts goes within minutes of this, when the worker next looks.

What stays
- A row that says that an account was deleted, when, and these counts. It names nobody.
- Lines in log files with ids and no content, until the operator's logs are rotated.
- Backups that the operator has made, until they are replaced.
- What is on the platforms. Nothing was deleted there.
`;
}

const own: ReadonlyMap<string, string> = new Map(
  everyCollection.map(({ name, note }) => [name, note]),
);

const noteOf = (name: string) =>
  name === "directus_files"
    ? "Stored pictures and videos, with their small copies."
    : (own.get(name) ?? name);

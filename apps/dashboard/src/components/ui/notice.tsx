import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** A problem that belongs to a whole form or list, read out at once. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex items-start gap-2 rounded-control bg-danger-soft px-3 py-2 text-sm text-danger"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid gap-2">{children}</div>
    </div>
  );
}

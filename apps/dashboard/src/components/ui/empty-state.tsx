import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = { icon: LucideIcon; title: string; text: string; children?: ReactNode };

/** Says why there is nothing here, and what would change that. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-4 rounded-card border border-dashed border-control px-4 py-12 text-center">
      <Icon aria-hidden className="size-8 text-ink-soft" />
      <div className="grid gap-1">
        <h2 className="text-base font-strong">{title}</h2>
        <p className="max-w-prose text-ink-soft">{text}</p>
      </div>
      {children}
    </div>
  );
}

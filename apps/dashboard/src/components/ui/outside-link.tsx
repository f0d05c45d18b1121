import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";

/** Leads out of the dashboard, in a window of its own. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-6 items-center gap-1.5 justify-self-start text-accent underline underline-offset-4 pointer-coarse:py-2.5"
    >
      {children}
      <ExternalLink aria-hidden className="size-4" />
    </a>
  );
}

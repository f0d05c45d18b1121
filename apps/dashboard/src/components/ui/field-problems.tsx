import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type FieldProblemsProps = {
  problems: readonly string[];
  id?: string;
  /** Beside a problem, what can be done about it. */
  children?: (place: number) => ReactNode;
};

/** What is wrong with a field, under it: a line each, read out when it appears. */
export function FieldProblems({ problems, id, children }: FieldProblemsProps) {
  return (
    <ul id={id} aria-live="polite" className="grid gap-1 text-sm text-danger empty:hidden">
      {problems.map((problem, place) => (
        <li key={problem} className="grid justify-items-start gap-1.5">
          <span className="flex items-start gap-1.5">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0 wrap-anywhere">{problem}</span>
          </span>
          {children?.(place)}
        </li>
      ))}
    </ul>
  );
}

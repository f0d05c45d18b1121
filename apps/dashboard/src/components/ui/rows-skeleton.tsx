import { Skeleton } from "./skeleton.tsx";

/** Rows of a card while they load: a name, and a line about it. */
export function RowsSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid grid-cols-1 gap-4">
      {[1, 2].map((row) => (
        <div key={row} className="grid gap-2 border-t border-line pt-4">
          <Skeleton className="h-5 w-40 max-w-full" />
          <Skeleton className="h-5 w-64 max-w-full" />
        </div>
      ))}
    </output>
  );
}

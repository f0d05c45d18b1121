import { Skeleton } from "#components/ui/skeleton.tsx";

export function TokenListSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid grid-cols-1 gap-4">
      {[1, 2, 3].map((row) => (
        <div
          key={row}
          className="flex items-center justify-between gap-4 border-t border-line pt-4"
        >
          <div className="grid min-w-0 grow grid-cols-1 gap-2">
            <Skeleton className="h-5 w-36" />
            <Skeleton className="h-4 w-52 max-w-full" />
          </div>
          <Skeleton className="h-8 w-20" />
        </div>
      ))}
    </output>
  );
}

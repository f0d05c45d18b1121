import { conceptSlugs } from "@genie/schema";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** As high as the concepts that come in its place. */
export function MediaSubjectSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid gap-2">
      {conceptSlugs.map((slug) => (
        <span
          key={slug}
          className="flex h-9 items-center justify-between gap-3 pointer-coarse:h-11"
        >
          <Skeleton className="h-5 w-36" />
          <Skeleton className="h-2 w-28" />
        </span>
      ))}
    </output>
  );
}

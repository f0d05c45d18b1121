import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export function AccountCardSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label}>
      <Card className="grid grid-cols-1 gap-5">
        <div className="flex gap-4">
          <Skeleton className="size-10" />
          <div className="grid grow gap-2">
            <Skeleton className="h-5 w-40 max-w-full" />
            <Skeleton className="h-5 w-24" />
          </div>
        </div>
        <Skeleton className="h-12 w-80 max-w-full" />
        <Skeleton className="h-8 w-full" />
      </Card>
    </output>
  );
}

import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export function SectionSkeleton() {
  return (
    <Card className="grid grid-cols-1 gap-5">
      <Skeleton className="h-6 w-32" />
      {[1, 2].map((field) => (
        <div key={field} className="grid gap-2">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-10 w-full" />
        </div>
      ))}
      <Skeleton className="h-10 w-32" />
    </Card>
  );
}

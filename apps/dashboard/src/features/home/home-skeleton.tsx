import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Page } from "#features/shell/page.tsx";

export function HomeSkeleton() {
  return (
    <Page title={<Skeleton className="h-9 w-48" />}>
      <Card className="grid grid-cols-1 gap-5">
        <Skeleton className="h-6 w-44" />
        {[1, 2, 3].map((step) => (
          <div key={step} className="flex items-center gap-4">
            <Skeleton className="size-6" />
            <div className="grid min-w-0 grow grid-cols-1 gap-2">
              <Skeleton className="h-5 w-40" />
              <Skeleton className="h-4 w-64 max-w-full" />
            </div>
          </div>
        ))}
      </Card>
    </Page>
  );
}

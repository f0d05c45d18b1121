import { PanelSkeleton } from "#features/admin/panel-skeleton.tsx";

export default function Loading() {
  return (
    <div className="relative h-dvh">
      <PanelSkeleton />
    </div>
  );
}

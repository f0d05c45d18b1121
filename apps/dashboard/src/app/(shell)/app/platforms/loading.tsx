import { PlatformsSkeleton } from "#features/platforms/platforms-skeleton.tsx";

export default function Loading() {
  return <PlatformsSkeleton />;
}

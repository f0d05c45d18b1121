import { SectionSkeleton } from "#features/settings/section-skeleton.tsx";

export default function Loading() {
  return <SectionSkeleton />;
}

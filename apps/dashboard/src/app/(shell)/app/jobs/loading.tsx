import { JobsSkeleton } from "#features/jobs/jobs-skeleton.tsx";

export default function Loading() {
  return <JobsSkeleton />;
}

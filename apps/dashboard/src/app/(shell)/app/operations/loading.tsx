import { OperationsSkeleton } from "#features/operations/operations-skeleton.tsx";

export default function Loading() {
  return <OperationsSkeleton />;
}

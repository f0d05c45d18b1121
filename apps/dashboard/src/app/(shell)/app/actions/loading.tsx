import { ActionsSkeleton } from "#features/actions/actions-skeleton.tsx";

export default function Loading() {
  return <ActionsSkeleton />;
}

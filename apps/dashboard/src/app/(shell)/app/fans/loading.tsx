import { FansSkeleton } from "#features/fans/fans-skeleton.tsx";

export default function Loading() {
  return <FansSkeleton />;
}

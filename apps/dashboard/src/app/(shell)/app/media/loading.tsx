import { LibrarySkeleton } from "#features/library/library-skeleton.tsx";

export default function Loading() {
  return <LibrarySkeleton />;
}

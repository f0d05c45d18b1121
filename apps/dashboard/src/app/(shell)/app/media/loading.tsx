import { LibrarySkeleton } from "#features/media/library-skeleton.tsx";

export default function Loading() {
  return <LibrarySkeleton />;
}

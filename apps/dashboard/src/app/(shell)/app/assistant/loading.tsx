import { AssistantSkeleton } from "#features/assistant/assistant-skeleton.tsx";

export default function Loading() {
  return <AssistantSkeleton />;
}

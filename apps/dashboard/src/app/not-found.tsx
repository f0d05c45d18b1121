import type { Metadata } from "next";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { PageProblem } from "#features/shell/page-problem.tsx";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("notFound");
}

export default function NotFound() {
  return <PageProblem kind="missing" />;
}

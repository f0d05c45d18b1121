"use client";

import { PageProblem } from "#features/shell/page-problem.tsx";

export default function ErrorPage() {
  return <PageProblem kind="failed" onRetry={() => window.location.reload()} />;
}

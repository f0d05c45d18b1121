import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { FlowEditorPage } from "#features/flow-editor/flow-editor-page.tsx";
import { requireSession } from "#features/session/get-session.ts";

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("actions");
}

export default async function ActionFlow({ params }: PageProps<"/app/actions/flows/[slug]">) {
  const { viewer } = await requireSession();
  const { slug } = await params;
  if (!viewer.isAdmin) notFound();
  return <FlowEditorPage viewer={viewer} slug={slug === "new" ? null : slug} />;
}

/** Where a run is shown with everything that is known of it. */
export function runPath(auditId: string): string {
  return `/app/actions?view=trail&entry=${auditId}`;
}

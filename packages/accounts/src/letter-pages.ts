/** The pages that letters lead to. What a link opens stands behind a `#`, so that no server's log has it. */
export const letterPages = {
  reset: "/reset-password",
  confirm: "/confirm-email",
  invitation: "/accept-invitation",
} as const;

/** How the builder shows the step. It asks for nothing: the secret is a setting of the installation. */
export const checkSecret = {
  id: "check_secret",
  name: "Check the caller's secret",
  icon: "key",
  description:
    "Goes on only if the request came with INBOUND_WEBHOOK_SECRET as a bearer token. The first step of each webhook.",
  overview: () => [{ label: "Secret", text: "INBOUND_WEBHOOK_SECRET" }],
  options: [],
};

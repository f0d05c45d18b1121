/** How the builder shows the step. */
export const stagehandCookieLogin = {
  id: "stagehand_cookie_login",
  name: "Sign in with the stored session",
  icon: "login",
  description:
    "Opens a browser on one account, signed in with its stored session. End the flow with Close the browser.",
  overview: ({ account }) => [{ label: "Account", text: account ?? "" }],
  options: [
    {
      field: "account",
      name: "Account",
      type: "json",
      meta: {
        width: "full",
        interface: "input-code",
        required: true,
        note: "The id of an account, or a list of one. {{$trigger.body.keys}} is the one that was chosen.",
        options: { language: "plaintext", template: "{{$trigger.body.keys}}" },
      },
    },
  ],
};

/** What the server answers to requests that no page of ours sends. */
export const requests = {
  wrongOrigin: "This request did not come from the dashboard. Nothing was changed.",
  notJson: "Send this request as application/json.",
  malformed: "The request is not readable JSON. Nothing was changed.",
  tooLarge: "The request is too large. Nothing was changed.",
  unexpectedFields: "The request has missing or unexpected values. Nothing was changed.",
  badSignature: "The signature of this webhook is wrong or too old. Nothing was changed.",
  unknownEvent: "Only users.create is understood here. Nothing was changed.",
  signedOut: "Your session has ended. Log in again; nothing was changed.",
  unknownUser: "There is no such user. Nothing was changed.",
};

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
  noQuestion: "There is no question to answer. Nothing was done; write one and send it.",
  noModel:
    "There is no language model to talk to, so nothing was done. Whoever runs this installation can name one with LLM_BASE_URL and LLM_MODEL; actions also run by hand.",
  tooManyQuestions: (minutes: number) =>
    `You have asked 120 questions within an hour. Nothing was done; go on in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
  unknownUser: "There is no such user. Nothing was changed.",
};

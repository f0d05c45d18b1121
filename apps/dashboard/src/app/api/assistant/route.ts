import {
  answerQuestion,
  longestConversationBytes,
} from "#features/assistant/server/answer-question.ts";
import { describeAssistant } from "#features/assistant/server/describe-assistant.ts";
import { browserRoute } from "#features/http/guarded-route.ts";

export const dynamic = "force-dynamic";

export const GET = describeAssistant;
export const POST = browserRoute(answerQuestion, { maxBytes: longestConversationBytes });

export {
  AssistantCall,
  type AssistantMessage,
  AssistantRequest,
  type AssistantState,
  longestFailure,
  longestPastResult,
  longestText,
  MadeThing,
  mostMessages,
  mostParts,
} from "./assistant-message.ts";

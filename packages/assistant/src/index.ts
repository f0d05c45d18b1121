export {
  AssistantCall,
  type AssistantMessage,
  AssistantRequest,
  type AssistantState,
  MadeThing,
} from "./assistant-message.ts";

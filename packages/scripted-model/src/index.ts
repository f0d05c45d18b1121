export { type Behaviour, type ScriptedModel, startScriptedModel } from "./start-scripted-model.ts";

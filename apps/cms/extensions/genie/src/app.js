import { checkSecret } from "./operations/check-secret/app.js";
import { secretDisplay, secretInterface } from "./secret/app.js";

export const interfaces = [secretInterface];
export const displays = [secretDisplay];
export const layouts = [];
export const modules = [];
export const panels = [];
export const themes = [];
export const operations = [checkSecret];

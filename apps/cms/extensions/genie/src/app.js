import { checkSecret } from "./operations/check-secret/app.js";

export const interfaces = [];
export const displays = [];
export const layouts = [];
export const modules = [];
export const panels = [];
export const themes = [];
export const operations = [checkSecret];

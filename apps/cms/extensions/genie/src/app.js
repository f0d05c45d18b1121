import { checkSecret } from "./operations/check-secret/app.js";
import { stagehandCookieLogin } from "./operations/stagehand-cookie-login/app.js";
import { stagehandExtract } from "./operations/stagehand-extract/app.js";
import { stagehandClose } from "./operations/stagehand-close/app.js";
import { sumUpDay } from "./operations/sum-up-day/app.js";
import { writeToOwner } from "./operations/write-to-owner/app.js";
import { secretDisplay, secretInterface } from "./secret/app.js";

export const interfaces = [secretInterface];
export const displays = [secretDisplay];
export const layouts = [];
export const modules = [];
export const panels = [];
export const themes = [];
export const operations = [
  checkSecret,
  stagehandCookieLogin,
  stagehandExtract,
  stagehandClose,
  sumUpDay,
  writeToOwner,
];

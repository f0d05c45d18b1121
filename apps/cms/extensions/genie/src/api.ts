import { account } from "./account/index.ts";
import { actions } from "./actions/index.ts";
import { authenticate } from "./authenticate/index.ts";
import { explainErrors } from "./explain-errors/index.ts";
import { harden } from "./harden/index.ts";
import { ownRows } from "./own-rows/index.ts";
import { publishing } from "./publishing/index.ts";
import { rbacSync } from "./rbac-sync/index.ts";
import { sealSecrets } from "./seal-secrets/index.ts";
import { tokens } from "./tokens/index.ts";
import { uploads } from "./uploads/index.ts";
import { wakePosts } from "./wake-post/index.ts";

// The order is the order in which filters run: a row has its owner before its secrets are sealed.
export const hooks = [
  { name: "authenticate", config: authenticate },
  { name: "harden", config: harden },
  { name: "own-rows", config: ownRows },
  { name: "seal-secrets", config: sealSecrets },
  { name: "explain-errors", config: explainErrors },
  { name: "rbac-sync", config: rbacSync },
  { name: "wake-post", config: wakePosts },
];

export const endpoints = [
  { name: "account", config: account },
  { name: "actions", config: actions },
  { name: "publishing", config: publishing },
  { name: "tokens", config: tokens },
  { name: "uploads", config: uploads },
];

export const operations = [];

import { html } from "hono/html";
import type { Html } from "../pages/html.ts";
import { alert } from "../pages/notice.ts";
import type { Skin } from "../pages/skins/skin.ts";
import type { Step } from "./challenge-store.ts";

type Shown = { csrf: string; problems: string[] };

export function loginPage(shown: Shown & { username: string; next: string }) {
  return (skin: Skin): Html =>
    html`<section class="narrow">
      <h1>Log in</h1>
      ${alert(shown.problems)}
      ${skin.form({
        action: "/login",
        hidden: { csrf: shown.csrf, next: shown.next },
        fields: [
          {
            kind: "text",
            label: "Username",
            name: "username",
            value: shown.username,
            autocomplete: "username",
          },
          {
            kind: "password",
            label: "Password",
            name: "password",
            autocomplete: "current-password",
          },
        ],
        submit: "Log in",
      })}
    </section>`;
}

export function stepPage(step: Step, shown: Shown & { byApp: boolean }) {
  return step === "captcha" ? captchaPage(shown) : codePage(shown);
}

function codePage({ csrf, problems, byApp }: Shown & { byApp: boolean }) {
  const where = byApp
    ? "Open your authenticator app and type the six digits that it shows."
    : "We have sent six digits to your e-mail address. Type them here.";
  return (skin: Skin): Html =>
    html`<section class="narrow">
      <h1>One-time code</h1>
      <p>${where}</p>
      ${alert(problems)}
      ${skin.form({
        action: "/login/code",
        hidden: { csrf },
        fields: [
          { kind: "code", label: "One-time code", name: "code", autocomplete: "one-time-code" },
        ],
        submit: "Continue",
      })}
    </section>`;
}

function captchaPage({ csrf, problems }: Shown) {
  return (skin: Skin): Html =>
    html`<section class="narrow">
      <h1>Are you a person?</h1>
      <p>Type the word in the picture.</p>
      ${alert(problems)}
      <img
        class="challenge"
        src="/login/captcha.svg"
        alt="A word to type"
        width="300"
        height="100"
      />
      ${skin.form({
        action: "/login/captcha",
        hidden: { csrf },
        fields: [{ kind: "text", label: "Word in the picture", name: "word", autocomplete: "off" }],
        submit: "Continue",
      })}
    </section>`;
}

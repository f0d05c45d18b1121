import { demoPassword } from "./start-test-sandbox.ts";

export type Page = { status: number; text: string; location: string | null; headers: Headers };
export type Fields = Record<string, string | File | File[]>;

/** Something that keeps cookies and fills in forms, without following redirects. */
export function createBrowser(url: string) {
  const cookies = new Map<string, string>();

  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(new URL(path, url), { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const open = async (path: string, init?: RequestInit): Promise<Page> => {
    const response = await request(path, init);
    const { status, headers } = response;
    return { status, headers, location: headers.get("location"), text: await response.text() };
  };

  return {
    cookies,
    request,
    open,
    /** Opens a page and sends its last form with these fields. */
    async submit(path: string, fields: Fields, init: RequestInit = {}): Promise<Page> {
      const page = await open(path);
      const action = [...page.text.matchAll(/<form[^>]* action="([^"]+)"/g)].at(-1)?.[1] ?? path;
      const form = new FormData();
      for (const [, name = "", value = ""] of page.text.matchAll(
        /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
      )) {
        form.set(name, value);
      }
      for (const [name, value] of Object.entries(fields)) {
        form.delete(name);
        for (const part of Array.isArray(value) ? value : [value]) form.append(name, part);
      }
      return open(action, { method: "POST", body: form, ...init });
    },
    logIn(username = "demo", password = demoPassword): Promise<Page> {
      return this.submit("/login", { username, password });
    },
  };
}

/** The text of the page's alert; empty when there is none. */
export function alertOf({ text }: Page): string {
  const [, inner = ""] = /role="alert">([\s\S]*?)<\/div>/.exec(text) ?? [];
  return inner
    .replace(/<[^>]+>|\s+/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

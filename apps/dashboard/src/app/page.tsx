import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { env } from "#env";

export default async function RootPage() {
  const store = await cookies();
  redirect(store.has(env().SESSION_COOKIE_NAME) ? "/app" : "/login");
}

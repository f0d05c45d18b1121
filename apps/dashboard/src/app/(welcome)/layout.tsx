import type { ReactNode } from "react";
import { WelcomeFrame } from "#features/session/welcome-frame.tsx";

export default function WelcomeLayout({ children }: { children: ReactNode }) {
  return <WelcomeFrame>{children}</WelcomeFrame>;
}

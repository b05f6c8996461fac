import type { ReactNode } from "react";
import { WithNonce } from "../with-nonce";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-[54rem] px-4 pt-8 pb-15 sm:px-8 sm:pt-16">
      <p className="mb-8 font-bold text-large tracking-[-0.01em]">Watchbill</p>
      <WithNonce>{children}</WithNonce>
    </main>
  );
}

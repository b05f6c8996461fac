import { CSPProvider } from "@base-ui/react/csp-provider";
import { headers } from "next/headers";
import type { ReactNode } from "react";

/** Tells the components of Base UI under which nonce they may add styles. The pages of the night have none of them. */
export async function WithNonce({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <CSPProvider nonce={nonce} disableStyleElements>
      {children}
    </CSPProvider>
  );
}

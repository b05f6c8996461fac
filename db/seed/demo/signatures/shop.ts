import type { SignatureText } from "#db/seed/demo/signatures";

export const shopSignatures: SignatureText[] = [];

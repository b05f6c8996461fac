import type { SignatureText } from "#db/seed/demo/signatures";

export const groundSignatures: SignatureText[] = [];

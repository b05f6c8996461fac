import { z } from "zod";
import { OptionalSlug } from "#lib/fields";

export const FallbackOpsInput = z.object({ team: OptionalSlug });
export type FallbackOpsInput = z.output<typeof FallbackOpsInput>;

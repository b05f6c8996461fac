const nothing = /^(?:no|none|nothing|false|0|n\/a|-)\.?$/i;
const something = /^(?:yes|true|1)\.?$/i;

/** What a sender says that the customer sees: words, that it is nothing, or nothing at all about it. */
export function impactOf(said: string | null): { customerImpact: string | null; isWithoutCustomerImpact?: boolean } {
  if (!said) return { customerImpact: null };
  if (nothing.test(said)) return { customerImpact: null, isWithoutCustomerImpact: true };
  return { customerImpact: something.test(said) ? "Customers notice it, says its sender." : said };
}

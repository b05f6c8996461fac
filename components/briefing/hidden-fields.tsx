import type { Sender } from "#lib/briefing/sender";

type HiddenFieldsProps = Sender & { anchor?: string };

/** Each form carries a key of its own, so that the same tap twice acts once. */
export function HiddenFields({ back, linkKey, anchor }: HiddenFieldsProps) {
  return (
    <>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
      {linkKey && <input type="hidden" name="key" value={linkKey} />}
      {anchor && <input type="hidden" name="anchor" value={anchor} />}
    </>
  );
}

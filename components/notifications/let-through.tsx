import { Fact, Facts } from "#components/ui/facts";
import type { ContactKind } from "#lib/notifications/contact-kinds";
import { kindWords } from "#lib/notifications/kind-words";

/** How a silent phone is told to ring all the same, way by way. */
export function LetThrough({ kinds }: { kinds: readonly ContactKind[] }) {
  return (
    <Facts>
      {kinds.map((kind) => (
        <Fact key={kind} term={kindWords[kind].title}>
          {kindWords[kind].letThrough}
        </Fact>
      ))}
    </Facts>
  );
}

import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import type { RotationView } from "#lib/rotations/views";

/** In place of a form that this reader may not send: who may. `who` completes “Only … .” */
export function NotYours({ rotation, who }: { rotation: RotationView; who: string }) {
  return (
    <>
      <Notice className="mb-4">
        {rotation.retiredAt ? "This rotation is retired: nobody stands its watch." : `Only ${who}.`}
      </Notice>
      <ButtonLink href={`/rotations/${rotation.slug}`}>Back to {rotation.name}</ButtonLink>
    </>
  );
}

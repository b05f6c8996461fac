import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { Readiness } from "#lib/rotations/first-watch/readiness-queries";
import type { Ref } from "#lib/rotations/views";

type NewcomerNoticeProps = { rotation: Ref; newcomer: Readiness | undefined; timeZone: string };

/** Before somebody's first watch: how far they are, and where the list is. Nothing for everybody else. */
export function NewcomerNotice({ rotation, newcomer, timeZone }: NewcomerNoticeProps) {
  if (!newcomer?.nextAt) return null;
  const done = newcomer.checks.filter(({ since }) => since !== null).length;
  return (
    <Notice
      className="mb-6"
      title="Your first watch here"
      action={<Link href={`/rotations/${rotation.slug}/readiness`}>The list</Link>}
    >
      begins <Instant at={newcomer.nextAt} timeZone={timeZone} style="moment" />. You have made sure of {done} of{" "}
      {newcomer.checks.length} things.
    </Notice>
  );
}

import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { MethodView } from "#lib/notifications/methods/method-view";

type MethodNoticeProps = {
  methods: readonly MethodView[];
  /** What was verified just now. */
  verified: string | undefined;
};

/** What stands between somebody and the pages that are meant for them. */
export function MethodNotice({ methods, verified }: MethodNoticeProps) {
  const good = methods.filter(({ verifiedAt }) => verifiedAt);
  const fresh = good.find(({ label }) => label === verified);
  if (fresh) {
    return (
      <div role="status" className="mb-6">
        <Notice tone="ok" title={`“${fresh.label}” is verified.`} action={<Link href="#test">Test your pager</Link>}>
          You are paged over it from now on.
        </Notice>
      </div>
    );
  }
  if (good.length > 0 && good.every(({ failedAt }) => failedAt))
    return (
      <Notice tone="bad" className="mb-6" title="None of your ways works now.">
        Mend or replace them: pages may not reach you.
      </Notice>
    );
  if (methods.length > 0 && good.length === 0)
    return (
      <Notice tone="warn" className="mb-6" title="None of your ways is verified yet.">
        Write the code that was sent there.
      </Notice>
    );
  return null;
}

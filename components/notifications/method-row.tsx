import type { ReactNode } from "react";
import { MethodRule } from "#components/notifications/method-rule";
import { VerifyMethod } from "#components/notifications/verify-method";
import { buttonStyle } from "#components/ui/button-style";
import { CodeBlock } from "#components/ui/code-block";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Instant } from "#components/ui/instant";
import { Status } from "#components/ui/status";
import { kindWords, ruleWords } from "#lib/notifications/kind-words";
import { removeMethodAction } from "#lib/notifications/methods/actions";
import type { MethodView } from "#lib/notifications/methods/method-view";

type MethodRowProps = {
  method: MethodView;
  timeZone: string;
  now: string;
  code: string | undefined;
  /** The buttons that put it elsewhere. */
  moves: ReactNode;
};

/** One way to reach somebody: where it leads, when it is used, whether it works. */
export function MethodRow({ method, timeZone, now, code, moves }: MethodRowProps) {
  const { id, kind, label, where, verifiedAt, secret } = method;
  const title = kindWords[kind].title;
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="wrap-anywhere min-w-0">
        <b className="font-semibold">{label}</b>
        {label !== title && <span className="ml-2 text-ink-soft">{title}</span>}
        <span className="block text-ink-soft">{where}</span>
        <span className="block">
          <span className="font-medium text-small">{ruleWords(method)}</span>
          <span className="mx-1.5 text-ink-faint text-small">·</span>
          <State method={method} timeZone={timeZone} now={now} />
        </span>
      </div>
      <div className="-ml-2.5 flex flex-wrap items-start sm:ml-0 sm:justify-end">
        {moves}
        <ConfirmForm
          action={removeMethodAction}
          label={
            <span>
              Remove<span className="sr-only"> {label}</span>
            </span>
          }
          confirmLabel="Remove it"
          title={`Remove “${label}”?`}
          size="small"
          variant="quiet"
        >
          <input type="hidden" name="method" value={id} />
          Nothing goes there any more, and Watchbill forgets where it led. What was still to go there takes the next
          way.
        </ConfirmForm>
      </div>
      {!verifiedAt && <VerifyMethod key={code} method={method} code={code} now={now} />}
      <details className="col-span-full">
        <summary className={buttonStyle("quiet", "small", "-ml-2.5")}>
          <span>
            When it is used<span className="sr-only">: {label}</span>
          </span>
        </summary>
        <div className="grid gap-5 pt-3 pb-2">
          <MethodRule method={method} />
          {secret && (
            <div className="max-w-[34rem]">
              <p className="mb-1.5 text-ink-faint text-small">
                Each delivery is signed with this secret: <code>X-Watchbill-Signature</code> is the HMAC-SHA-256 of{" "}
                <code>X-Watchbill-Timestamp</code>, a dot and the body.
              </p>
              <CodeBlock code={secret} />
            </div>
          )}
        </div>
      </details>
    </li>
  );
}

function State({ method, timeZone, now }: { method: MethodView; timeZone: string; now: string }) {
  const { verifiedAt, failedAt, failure, workedAt } = method;
  if (!verifiedAt) return <Status tone="warn">not verified: nobody is paged over it yet</Status>;
  if (failedAt) {
    return (
      <Status tone="bad">
        failed <Instant at={failedAt} timeZone={timeZone} style="relative" now={now} />: {failure}
      </Status>
    );
  }
  return (
    <Status tone="ok">
      works
      {workedAt && (
        <>
          , last used <Instant at={workedAt} timeZone={timeZone} style="relative" now={now} />
        </>
      )}
    </Status>
  );
}

import { Notice } from "#components/ui/notice";
import { refusalSentence } from "#lib/auth/refusals";

/** Why somebody was not let in, or that a session has ended. */
export function SignInNotice({ reason, signedOut }: { reason: string | undefined; signedOut: string | undefined }) {
  const sentence = refusalSentence(reason);
  if (sentence) {
    return (
      <div role="alert" className="my-5 max-w-[36rem]">
        <Notice tone="bad">{sentence}</Notice>
      </div>
    );
  }
  if (!signedOut) return null;
  return (
    <div role="status" className="my-5 max-w-[36rem]">
      <Notice tone="ok">{signedOut === "everywhere" ? "You are signed out everywhere." : "You are signed out."}</Notice>
    </div>
  );
}

import { NothingKnown, Part } from "#components/briefing/part";
import { CodedWords } from "#components/signatures/plain-words";
import type { Asked } from "#lib/briefing/ask-whom";
import type { LooksLike as LooksLikeView } from "#lib/briefing/views";
import { documentUrl, signatureUrl } from "#lib/documents/addresses";
import type { MarkedLine } from "#lib/signatures/marking";

type LooksLikeProps = { signatures: readonly LooksLikeView[]; asked: Asked | undefined };

/** The signatures that the alert's words match: cause, how to make sure, first step, and why they match. */
export function LooksLike({ signatures, asked }: LooksLikeProps) {
  const count = signatures.length;
  return (
    <Part id="like" title="Looks like" note={count > 0 && (count === 1 ? "1 signature matches" : `${count} match`)}>
      {count === 0 && <NothingKnown asked={asked}>No error that is known here reads like this.</NothingKnown>}
      {signatures.map((signature) => (
        <Signature key={signature.id} signature={signature} />
      ))}
    </Part>
  );
}

function Signature({ signature }: { signature: LooksLikeView }) {
  const { meaning, cause, confirm, firstStep, lines, why, runbook, service } = signature;
  return (
    <div className="night-like">
      {lines.map((line) => (
        <p key={line.line}>
          <samp>
            <Words line={line} />
          </samp>
        </p>
      ))}
      <p>
        <b>{meaning}.</b> <CodedWords text={cause} />
      </p>
      {confirm && (
        <p className="night-small">
          <b>Make sure:</b> <CodedWords text={confirm} />
        </p>
      )}
      <p className="night-first">
        <b>First</b>
        <span>
          <CodedWords text={firstStep} />
          {runbook && (
            <>
              {" "}
              <a href={documentUrl({ ...runbook, kind: "runbook", service }, runbook.anchor ?? "")}>{runbook.title}</a>
            </>
          )}
        </span>
      </p>
      <p className="night-faint">
        {why}. <a href={signatureUrl(signature)}>Signature of {service.name}</a>
      </p>
    </div>
  );
}

function Words({ line: { pieces } }: { line: MarkedLine }) {
  return pieces.map(({ text, isMatch }, index) => {
    const key = `${index} ${text}`;
    return isMatch ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

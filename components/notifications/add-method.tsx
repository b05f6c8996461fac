import { KindFields } from "#components/notifications/kind-fields";
import { PushSubscribe } from "#components/notifications/push-subscribe";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Status } from "#components/ui/status";
import type { KindOffer } from "#lib/notifications/contact-kind-queries";
import { kindWords } from "#lib/notifications/kind-words";
import { addMethodAction } from "#lib/notifications/methods/actions";

type AddMethodProps = {
  offers: readonly KindOffer[];
  /** The kind that was chosen. */
  chosen: string | undefined;
  email: string | null;
  /** A topic that nobody guesses. */
  topic: string;
  pushKey: string;
};

/** The kinds of ways, and the form for the one that was chosen. */
export function AddMethod({ offers, chosen, ...form }: AddMethodProps) {
  const offer = offers.find(({ kind, way }) => kind === chosen && way !== "not-set-up");
  if (offer) return <AddOne key={offer.kind} offer={offer} {...form} />;
  return (
    <ul className="rows border-b">
      {offers.map(({ kind, way }) => (
        <li key={kind} className="grid gap-x-4 py-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
          {way === "not-set-up" ? (
            <span className="text-ink-soft">{kindWords[kind].title}</span>
          ) : (
            <Link href={`/account/contact-methods?add=${kind}#add`} className="touch:py-1">
              {kindWords[kind].title}
            </Link>
          )}
          <span className="text-ink-soft">
            {kindWords[kind].says}
            {way === "not-set-up" && <Status className="block">Whoever runs this server has not set it up.</Status>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AddOne({
  offer: { kind, way },
  email,
  topic,
  pushKey,
}: { offer: KindOffer } & Omit<AddMethodProps, "offers" | "chosen">) {
  const { title, says } = kindWords[kind];
  return (
    <>
      <p className="mb-4 max-w-[46rem] text-ink-soft">
        <b className="font-semibold text-ink">{title}.</b> {says}
      </p>
      {way === "played" && (
        <Notice className="mb-4">
          This demo sends none: what would go there is shown in the <Link href="/account/outbox">outbox</Link>.
        </Notice>
      )}
      <Form action={addMethodAction}>
        <input type="hidden" name="kind" value={kind} />
        {kind === "web-push" ? (
          <PushSubscribe publicKey={pushKey} />
        ) : (
          <>
            <KindFields kind={kind} email={email} topic={topic} />
            <Field label="Name" name="label" isOptional hint="What you call it, should you have several.">
              <Input maxLength={60} autoComplete="off" />
            </Field>
            <FormActions>
              <Button type="submit" variant="primary">
                Add it and send a code
              </Button>
              <ButtonLink href="/account/contact-methods" variant="quiet">
                Cancel
              </ButtonLink>
            </FormActions>
          </>
        )}
      </Form>
    </>
  );
}

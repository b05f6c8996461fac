import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Form } from "#components/ui/form";
import { Input } from "#components/ui/input";
import type { FreshnessState } from "#lib/documents/freshness";
import { reviewDocumentAction } from "#lib/documents/reviews/review-actions";

type ReviewButtonProps = { document: DocumentPlace & { revision: number }; state: FreshnessState };

/** One tap by which an expert says that the document holds; a word with it is welcome and not asked for. */
export function ReviewButton({ document, state }: ReviewButtonProps) {
  const isWanted = state !== "reviewed" && state !== "proven";
  return (
    <Form action={reviewDocumentAction} className="gap-3!">
      <OneDocumentFields document={document} />
      <input type="hidden" name="revision" value={document.revision} />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Button type="submit" variant={isWanted ? "primary" : "plain"}>
          I read it and it holds
        </Button>
        <details className="group min-w-0 grow basis-48 open:basis-full">
          <summary className="w-fit cursor-pointer py-1.5 text-ink-soft text-small touch:py-3">Add a word</summary>
          <Field label="What you looked at, or what to keep in mind" name="note" isOptional className="pt-1 pb-2">
            <Input maxLength={500} autoComplete="off" />
          </Field>
        </details>
      </div>
    </Form>
  );
}

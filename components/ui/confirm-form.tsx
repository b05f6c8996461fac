"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "#components/ui/button";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "#components/ui/button-style";
import { Form, type FormAction } from "#components/ui/form";
import { FormActions } from "#components/ui/form-actions";
import { useHydrated } from "#components/ui/use-hydrated";

const ConfirmDialog = lazy(async () => ({ default: (await import("#components/ui/confirm-dialog")).ConfirmDialog }));

type ConfirmFormProps = {
  action: FormAction;
  /** What the button says that asks, and what the button says that does it. */
  label: ReactNode;
  confirmLabel: ReactNode;
  title: ReactNode;
  /** What will happen, in a sentence; and hidden inputs that name the thing. */
  children?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** An action that asks once more before it is done. Without JavaScript the question unfolds in place. */
export function ConfirmForm({ label, title, variant = "danger", size, ...question }: ConfirmFormProps) {
  const isHydrated = useHydrated();
  const [isOpen, setOpen] = useState<boolean>();

  if (!isHydrated) {
    return (
      <details>
        <summary className={buttonStyle(variant, size)}>{label}</summary>
        <div className="mt-3 grid max-w-[34rem] gap-3">
          <b>{title}</b>
          <Question {...question} />
        </div>
      </details>
    );
  }
  return (
    <>
      <Button variant={variant} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen !== undefined && (
        <Suspense>
          <ConfirmDialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
            <Question
              {...question}
              onDone={() => setOpen(false)}
              cancel={<Button onClick={() => setOpen(false)}>Cancel</Button>}
            />
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}

type QuestionProps = Pick<ConfirmFormProps, "action" | "confirmLabel" | "children"> & {
  onDone?: () => void;
  cancel?: ReactNode;
};

function Question({ action, confirmLabel, children, onDone, cancel }: QuestionProps) {
  return (
    <Form action={action} onDone={onDone}>
      <div className="text-ink-soft">{children}</div>
      <FormActions>
        <Button type="submit" variant="primary">
          {confirmLabel}
        </Button>
        {cancel}
      </FormActions>
    </Form>
  );
}

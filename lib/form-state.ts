/** What a form's action answers: nothing yet, a failure with everything that was typed, or success. */
export type FormState =
  | { status: "idle" }
  | {
      status: "failed";
      message: string;
      errors: Record<string, string[]>;
      values: Record<string, string | string[]>;
    }
  | { status: "done"; message?: string; result?: unknown };

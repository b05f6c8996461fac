"use client";

import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { withdrawSuggestionAction } from "#lib/documents/suggestions/suggestion-actions";

/** Takes one's own suggestion back while nobody has answered it. */
export function WithdrawSuggestion({ suggestion }: { suggestion: string }) {
  return (
    <Form action={withdrawSuggestionAction}>
      <Button type="submit" name="suggestion" value={suggestion} className="justify-self-start">
        Withdraw it
      </Button>
    </Form>
  );
}

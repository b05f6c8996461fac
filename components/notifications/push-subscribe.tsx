"use client";

import { useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Field } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { Input } from "#components/ui/input";
import { Notice } from "#components/ui/notice";
import { useHydrated } from "#components/ui/use-hydrated";

/** Lets this browser take pushes, and puts into the form around it how it is reached. */
export function PushSubscribe({ publicKey }: { publicKey: string }) {
  const isHydrated = useHydrated();
  const keys = useRef<HTMLFieldSetElement>(null);
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);

  async function subscribe() {
    setAsking(true);
    setProblem(undefined);
    try {
      const { endpoint, keys: made } = (await pushSubscription(publicKey)).toJSON();
      fill(keys.current, { endpoint, p256dh: made?.p256dh, auth: made?.auth });
      keys.current?.form?.requestSubmit();
    } catch (error) {
      setProblem(
        error instanceof PushProblem
          ? error.message
          : "This browser gave no way to push to it. Private windows take no pushes.",
      );
    } finally {
      setAsking(false);
    }
  }

  if (!isHydrated) return <p className="text-ink-soft">A browser has to run JavaScript to take pushes.</p>;
  return (
    <>
      <fieldset ref={keys} className="hidden">
        <input type="hidden" name="endpoint" />
        <input type="hidden" name="p256dh" />
        <input type="hidden" name="auth" />
      </fieldset>
      <Field label="Name" name="label" hint="So that you know this browser from others of yours.">
        <Input maxLength={60} autoComplete="off" defaultValue={browserName()} />
      </Field>
      {problem && (
        <div role="alert">
          <Notice tone="bad">{problem}</Notice>
        </div>
      )}
      <FormActions>
        <Button variant="primary" isPending={isAsking} onClick={subscribe}>
          Let this browser ring
        </Button>
        <ButtonLink href="/account/contact-methods" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </>
  );
}

class PushProblem extends Error {}

async function pushSubscription(publicKey: string): Promise<PushSubscription> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window))
    throw new PushProblem(
      "This browser takes no pushes. On an iPhone, add Watchbill to the home screen and open it there.",
    );
  if ((await Notification.requestPermission()) !== "granted")
    throw new PushProblem("This browser does not let Watchbill notify you: allow it in the settings of this site.");
  await navigator.serviceWorker.register("/worker.js", { updateViaCache: "none" });
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const known = await pushManager.getSubscription();
  // One of another key, as of a server that stood here before, takes no pushes of ours.
  if (known && !isOf(known, publicKey)) await known.unsubscribe();
  return pushManager.subscribe(options);
}

function isOf(subscription: PushSubscription, publicKey: string): boolean {
  const key = subscription.options.applicationServerKey;
  if (!key) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "") === publicKey;
}

function fill(fields: HTMLFieldSetElement | null, values: Record<string, string | undefined>): void {
  for (const input of fields?.querySelectorAll("input") ?? []) input.value = values[input.name] ?? "";
}

function browserName(): string {
  const text = navigator.userAgent;
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(text)?.[1] ?? "Browser";
  const system = /(Android|iPhone|iPad|Mac OS X|Windows|Linux)/.exec(text)?.[1] ?? "this device";
  return `${{ Edg: "Edge", OPR: "Opera" }[browser] ?? browser} on ${system === "Mac OS X" ? "a Mac" : system}`;
}

"use client";

import { useFormStatus } from "react-dom";
import { type DocumentPlace, OneDocumentFields } from "#components/documents/one-document";
import { buttonStyle } from "#components/ui/button-style";
import { followDocumentAction } from "#lib/documents/actions";

type FollowButtonProps = { document: DocumentPlace & { title: string; isFollowed: boolean } };

/** Keeps the changes of a document on the reader's home page, or lets it go. */
export function FollowButton({ document }: FollowButtonProps) {
  return (
    <form action={followDocumentAction}>
      <OneDocumentFields document={document} />
      <Toggle isFollowed={document.isFollowed} title={document.title} />
    </form>
  );
}

function Toggle({ isFollowed, title }: { isFollowed: boolean; title: string }) {
  const { data } = useFormStatus();
  // What was pressed shows at once; the server's answer follows.
  const isOn = data ? data.get("isFollowed") === "true" : isFollowed;
  return (
    <button
      type="submit"
      name="isFollowed"
      value={String(!isFollowed)}
      aria-pressed={isOn}
      aria-label={`Follow ${title}`}
      title={isOn ? "Changes of it are on your home page" : "Show its changes on your home page"}
      className={buttonStyle("quiet")}
    >
      {isOn ? "Following" : "Follow"}
    </button>
  );
}

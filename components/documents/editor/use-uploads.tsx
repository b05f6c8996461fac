"use client";

import { useRef, useState } from "react";
import type { TextEditor } from "#components/documents/editor/code-mirror";

export type FailedUpload = { id: number; file: File; why: string };

/** Brings files into the text: a word stands for each while it is on its way, and a link after it has arrived. */
export function useUploads(service: string, editor: () => TextEditor | undefined) {
  const [waiting, setWaiting] = useState(0);
  const [failed, setFailed] = useState<FailedUpload[]>([]);
  const counter = useRef(0);

  async function upload(file: File) {
    counter.current += 1;
    const id = counter.current;
    const name = file.name.replace(/[[\]\\]/g, "");
    const word = `![${name} is on its way (${id})…]()`;
    editor()?.insert(word);
    setWaiting((count) => count + 1);
    const answer = await send(service, file);
    setWaiting((count) => count - 1);
    // Whoever took the word out does not want the file any more.
    editor()?.swap(word, answer.markdown ?? "");
    if (answer.why) setFailed((before) => [...before, { id, file, why: answer.why }]);
  }

  const forget = ({ id }: FailedUpload) => setFailed((before) => before.filter((one) => one.id !== id));
  return {
    waiting,
    failed,
    forget,
    add: (files: readonly File[]) => files.forEach((file) => void upload(file)),
    again(one: FailedUpload) {
      forget(one);
      void upload(one.file);
    },
  };
}

type Answer = { markdown: string; why?: never } | { markdown?: never; why: string };

async function send(service: string, file: File): Promise<Answer> {
  const body = new FormData();
  body.set("file", file);
  const response = await fetch(`/api/v1/services/${service}/uploads`, { method: "POST", body }).catch(() => undefined);
  if (!response) return { why: "The server could not be reached." };
  const answer = await response.json().catch(() => undefined);
  if (response.ok && answer) return { markdown: answer.markdown };
  if (response.status === 401) return { why: "Your session has ended. Sign in again in another tab, then try again." };
  const errors: { message: string }[] = answer?.errors ?? [];
  return {
    why: errors.map(({ message }) => message).join(" ") || answer?.detail || "The server did not take it.",
  };
}

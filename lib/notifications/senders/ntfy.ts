import "server-only";
import type { Message } from "#lib/notifications/message";
import { post } from "#lib/notifications/senders/post";
import type { Outcome, SendContext, Target } from "#lib/notifications/senders/sender";

const utf8 = new TextEncoder();
/** Longer texts arrive as an attached file. */
const mostBytes = 3_900;

/** A push over a ntfy server: https://docs.ntfy.sh/publish. Urgent ones sound even where a phone is set to be quiet. */
export function sendNtfy(target: Target, message: Message, context: SendContext): Promise<Outcome> {
  const { server = "", topic = "", token } = target;
  return post({
    url: `${server.replace(/\/+$/, "")}/${encodeURIComponent(topic)}`,
    body: cut(message.text),
    headers: {
      title: inHeader(message.subject),
      priority: message.isUrgent ? "urgent" : "default",
      tags: message.isUrgent ? "rotating_light" : "bell",
      click: message.url,
      actions: inHeader(JSON.stringify([{ action: "view", label: message.label, url: message.url, clear: true }])),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    context,
  });
}

/** Text for a header, which carries ASCII only: as RFC 2047 writes what is more. */
const inHeader = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;

function cut(text: string): Uint8Array {
  const bytes = utf8.encode(text);
  if (bytes.length <= mostBytes) return bytes;
  // Not in the middle of a character.
  let end = mostBytes;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return utf8.encode(`${new TextDecoder().decode(bytes.subarray(0, end))}…`);
}

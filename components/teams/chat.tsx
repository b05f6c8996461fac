import { Link } from "#components/ui/link";

/** Where a team talks: a channel's name as it is, an http(s) address as a link. */
export function Chat({ chat }: { chat: string }) {
  return /^https?:\/\//i.test(chat) ? <Link href={chat}>{chat.replace(/^https?:\/\//i, "")}</Link> : chat;
}

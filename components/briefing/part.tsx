import type { ReactNode } from "react";
import type { Asked } from "#lib/briefing/ask-whom";

type PartProps = { id: string; title: string; note?: ReactNode; children: ReactNode };

/** One part of the briefing. It is live: the browser puts a newer one in its place. */
export function Part({ id, title, note, children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} data-live="">
      <h2 id={`${id}-title`}>
        {title} {note && <span>{note}</span>}
      </h2>
      {children}
    </section>
  );
}

/** Where a part would be: what is not known, and whom to ask. */
export function NothingKnown({ asked, children }: { asked: Asked | undefined; children: ReactNode }) {
  return (
    <p className="night-small">
      {children} <AskWhom asked={asked} />
    </p>
  );
}

/** “Ask Lin Chen, on the delivery watch, in #checkout.” */
export function AskWhom({ asked }: { asked: Asked | undefined }) {
  if (!asked) return <>Nobody is known to ask: page ops.</>;
  const { name, address, as, chat } = asked;
  return (
    <>
      Ask {address?.includes("@") ? <a href={`mailto:${address}`}>{name}</a> : name}, {as}
      {chat && (
        <>
          , in <ChatPlace chat={chat} />
        </>
      )}
      .
    </>
  );
}

/** Where a team talks: a channel's name as it is, an address as a link. */
export function ChatPlace({ chat, label }: { chat: string; label?: string }) {
  return /^https?:\/\//i.test(chat) ? <a href={chat}>{label ?? chat.replace(/^https?:\/\//i, "")}</a> : chat;
}

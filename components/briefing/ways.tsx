import { Fragment } from "react";
import { ChatPlace } from "#components/briefing/part";
import type { BriefedPerson } from "#lib/briefing/views";

type WaysProps = {
  person: BriefedPerson;
  chat: string | null;
  /** Nothing stands before it in its line. */
  isFirst: boolean;
};

/** How somebody is reached by a person, not by the pager. */
export function Ways({ person: { phone, email }, chat, isFirst }: WaysProps) {
  const ways = [
    phone && <a href={`tel:${phone}`}>{phone}</a>,
    email && <a href={`mailto:${email}`}>e-mail</a>,
    chat && <ChatPlace chat={chat} label="chat" />,
  ].filter(Boolean);
  return ways.map((way, index) => {
    const key = `${index}`;
    return (
      <Fragment key={key}>
        {!(isFirst && index === 0) && " · "}
        {way}
      </Fragment>
    );
  });
}

import { Fact, Facts, FactValue, FactValues } from "#components/ui/facts";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import type { PersonRef, ServiceView } from "#lib/services/queries";

type OwnedByProps = { service: ServiceView; timeZone: string };

/** Who owns a service and whom to reach: its teams, their leads, where they talk, and who knows it. */
export function OwnedBy({ service, timeZone }: OwnedByProps) {
  const { deliveryTeam, opsTeam, experts } = service;
  const link = (
    <Link href={`/services/${service.slug}/experts`}>{service.permissions.canEdit ? "Experts" : "All experts"}</Link>
  );
  return (
    <Section title="Owned by" action={experts.length > 0 && link}>
      <Facts>
        <Delivery service={service} timeZone={timeZone} />
        {deliveryTeam && deliveryTeam.leads.length > 0 && (
          <Fact term={deliveryTeam.leads.length > 1 ? "leads" : "lead"}>
            <FactValues>
              {deliveryTeam.leads.map((lead) => (
                <PersonLink key={lead.address} person={lead} />
              ))}
            </FactValues>
          </Fact>
        )}
        {deliveryTeam?.chat && (
          <Fact term="chat">
            <Chat chat={deliveryTeam.chat} />
          </Fact>
        )}
        <Fact term="ops" note={opsTeam?.chat && <Chat chat={opsTeam.chat} />}>
          {opsTeam ? <Link href={`/teams/${opsTeam.slug}`}>{opsTeam.name}</Link> : <Status>no ops team</Status>}
        </Fact>
        {experts.length > 0 && (
          <Fact term="experts">
            <FactValues>
              {experts.map((expert) => (
                <FactValue key={expert.address} note={noteOf(expert)}>
                  <PersonLink person={expert} />
                </FactValue>
              ))}
            </FactValues>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function Delivery({ service: { deliveryTeam, deliverySince, ownerReference }, timeZone }: OwnedByProps) {
  if (deliveryTeam) {
    const { peopleCount } = deliveryTeam;
    const people = peopleCount === 0 ? "nobody in it" : `${peopleCount} ${peopleCount === 1 ? "person" : "people"}`;
    const note = (
      <>
        {people}
        {deliverySince && (
          <>
            , since <Instant at={deliverySince} timeZone={timeZone} style="day" />
          </>
        )}
      </>
    );
    return (
      <Fact term="delivery" note={note}>
        <Link href={`/teams/${deliveryTeam.slug}`}>{deliveryTeam.name}</Link>
      </Fact>
    );
  }
  return (
    <Fact
      term="delivery"
      note={
        ownerReference && (
          <>
            its descriptor names <code>{ownerReference}</code>, which is not here
          </>
        )
      }
    >
      <b className="text-port">nobody</b>
    </Fact>
  );
}

/** A person's name, leading to their page. */
export function PersonLink({ person }: { person: PersonRef }) {
  return <Link href={`/people/${encodeURIComponent(person.address)}`}>{person.name}</Link>;
}

function Chat({ chat }: { chat: string }) {
  return /^https?:/i.test(chat) ? <Link href={chat}>{chat.replace(/^https?:\/\//i, "")}</Link> : chat;
}

function noteOf({ note, isActive }: ServiceView["experts"][number]) {
  return [note ?? "declared", !isActive && "no longer here"].filter(Boolean).join(", ");
}

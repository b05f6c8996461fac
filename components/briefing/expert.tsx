import type { Reading } from "#components/briefing/clock";
import { LocalTime } from "#components/briefing/local-time";
import { instantText } from "#components/ui/instant-text";
import type { BriefedExpert } from "#lib/briefing/views";

type ExpertProps = Reading & { expert: BriefedExpert; own: string | null };

/** Somebody who knows the service, and why they count as such. */
export function Expert({ expert, own, ...reading }: ExpertProps) {
  const { name, address, email } = expert;
  return (
    <li className="night-seat">
      <span>expert</span>
      <b>{address === own ? "You" : name}</b>
      <LocalTime person={expert} {...reading} />
      <p>
        {whyExpert(expert, reading.timeZone)}
        {email && address !== own && (
          <>
            {" · "}
            <a href={`mailto:${email}`}>e-mail</a>
          </>
        )}
      </p>
    </li>
  );
}

function whyExpert({ answered, declared, wrote }: BriefedExpert, timeZone: string): string {
  const day = (at: string) => instantText(at, timeZone, "day");
  const times = (count: number) => (count === 1 ? "one alert" : `${count} alerts`);
  return [
    answered &&
      (answered.sameRule > 0
        ? `answered ${times(answered.sameRule)} like this, last ${day(answered.lastAt)}`
        : `answered ${times(answered.count)} here, last ${day(answered.lastAt)}`),
    declared === null ? null : declared === "" ? "declared an expert" : `expert: ${declared.replace(/\.$/, "")}`,
    wrote && `wrote “${wrote.title}”, ${day(wrote.at)}`,
  ]
    .filter(Boolean)
    .join("; ");
}

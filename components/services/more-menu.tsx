import { ChevronDown } from "lucide-react";
import { buttonStyle } from "#components/ui/button-style";
import { Link } from "#components/ui/link";
import type { ServiceView } from "#lib/services/queries";

/** The less common things to do with a service. A `details`, so it needs no JavaScript; the shell closes it. */
export function MoreMenu({ service }: { service: ServiceView }) {
  const items = itemsFor(service);
  if (items.length === 0) return null;
  return (
    <details data-disclosure="" className="relative" data-screen-only="">
      <summary className={buttonStyle("plain")}>
        More
        <ChevronDown aria-hidden="true" />
      </summary>
      <ul className="absolute right-0 z-10 mt-1 w-max min-w-44 rounded-control bg-sheet p-1 shadow-raised max-sm:right-auto max-sm:left-0">
        {items.map(({ room, label }) => (
          <li key={room}>
            <Link
              href={`/services/${service.slug}/${room}`}
              className="block rounded-small px-2.5 py-1.5 text-ink hover:bg-well hover:no-underline! touch:py-2.5"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function itemsFor({ permissions: { canEdit, canTransfer, canRetire }, deliveryTeam, retiredAt }: ServiceView) {
  const items = [
    { room: "rename", label: "Rename", may: canEdit },
    { room: "experts", label: "Experts", may: true },
    { room: "drills", label: "Drills", may: true },
    {
      room: "transfer",
      label: deliveryTeam ? "Transfer to another team" : "Give it to a team",
      may: (canTransfer || canEdit) && !retiredAt,
    },
    { room: "retire", label: retiredAt ? "Bring back" : "Retire", may: canRetire },
  ];
  return items.filter(({ may }) => may);
}

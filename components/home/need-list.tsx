import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Need } from "#lib/home/queries";
import { describeGap } from "#lib/services/gaps";

/** What waits for the reader, each line with what is missing and where it is mended. */
export function NeedList({ needs, hasTeam }: { needs: Need[]; hasTeam: boolean }) {
  if (needs.length === 0 && !hasTeam) return <NoTeam />;
  return (
    <Section title="Needs you" note={needs.length > 0 ? `${needs.length}` : undefined}>
      {needs.length === 0 ? (
        <p className="border-y py-4 text-ink-soft">Nothing of yours is missing anything. Well kept.</p>
      ) : (
        <ul className="border-b">
          {needs.map((need) => (
            <NeedRow key={`${need.kind} ${need.href}`} need={need} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function NeedRow({ need }: { need: Need }) {
  const { title, words, action } = wordsFor(need);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-t py-2.5">
      <div className="min-w-0">
        <span className="font-semibold">{title}</span>
        <span className="block text-ink-soft text-small">{words}</span>
      </div>
      <Link href={need.href} className="text-small touch:py-2">
        {action}
        <span className="sr-only">: {title}</span>
      </Link>
    </li>
  );
}

function wordsFor(need: Need): { title: string; words: string; action: string } {
  switch (need.kind) {
    case "service-gaps":
      return { title: need.name, words: need.gaps.map((gap) => describeGap(gap).label).join(" · "), action: "Say it" };
    case "unowned-service":
      return {
        title: need.name,
        words: need.ownerReference
          ? `Nobody who writes it is known: its descriptor names ${need.ownerReference}, which is not here.`
          : "No delivery team owns it, and yours is its ops team.",
        action: "Find its owner",
      };
    case "unowned-services":
      return {
        title:
          need.count === 1 ? "One service without a delivery team" : `${need.count} services without a delivery team`,
        words: "Nobody who writes them would be paged.",
        action: "Look at them",
      };
    case "team-without-lead":
      return { title: need.name, words: "The team has no lead.", action: "Name one" };
    case "team-without-manager":
      return { title: need.name, words: "The team has no manager.", action: "Name one" };
    case "team-without-members":
      return { title: need.name, words: "Nobody active is in this team.", action: "Add people" };
  }
}

function NoTeam() {
  return (
    <Section title="Needs you">
      <EmptyState title="You are in no team yet" action={<ButtonLink href="/teams">Find your team</ButtonLink>}>
        Ask one of its leads to add you. Until then you can read everything here, and star the services you work with.
      </EmptyState>
    </Section>
  );
}

import { TeamField } from "#components/services/team-field";
import { Button } from "#components/ui/button";

/** Narrows the noise to one team. A service is reached by its name in the lists below. */
export function NoiseFilter({ team }: { team: { slug: string; name: string } | null }) {
  return (
    <form action="/coverage/noise" className="mb-5 flex flex-wrap items-end gap-2" data-screen-only="">
      <div className="min-w-0 flex-1 basis-56 sm:max-w-80">
        <TeamField label="Team" name="team" team={team} />
      </div>
      <Button type="submit">Show</Button>
    </form>
  );
}

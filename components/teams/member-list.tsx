import { EmptyState } from "#components/layout/empty-state";
import { PersonLink } from "#components/people/person-link";
import { Button } from "#components/ui/button";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Form } from "#components/ui/form";
import { Instant } from "#components/ui/instant";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { changeRoleAction, removeMemberAction } from "#lib/teams/actions";
import type { MemberView, TeamView } from "#lib/teams/queries";

const columns = [
  { label: "Person" },
  { label: "Role" },
  { label: "Since" },
  { label: "Change", isHidden: true },
] as const;

/** Everybody who is in the team; for whoever may, with the ways to change their role and to take them out. */
export function MemberList({ team, timeZone }: { team: TeamView; timeZone: string }) {
  if (team.members.length === 0) {
    return (
      <EmptyState title="Nobody is in this team">
        {team.permissions.canEdit
          ? "Add the first person below; a team needs a lead too."
          : "Its leads and administrators can add people."}
      </EmptyState>
    );
  }
  return (
    <Table caption={`Members of ${team.name}`} columns={team.permissions.canEdit ? columns : columns.slice(0, 3)}>
      {team.members.map((member) => (
        <Row key={member.address}>
          <Cell>
            <PersonLink person={member} className="font-semibold text-ink!" />
            {member.title && <CellNote>{member.title}</CellNote>}
          </Cell>
          <Cell className="sm:w-24">{member.role}</Cell>
          <Cell className="text-ink-faint text-small sm:w-36" label="since">
            <Instant at={member.since} timeZone={timeZone} style="day" />
          </Cell>
          {team.permissions.canEdit && (
            <Cell align="right" className="max-sm:mt-2 max-sm:w-full sm:w-64">
              <MemberControls team={team} member={member} />
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  );
}

function MemberControls({ team, member }: { team: TeamView; member: MemberView }) {
  const next = member.role === "lead" ? "member" : "lead";
  const names = (
    <>
      <input type="hidden" name="team" value={team.slug} />
      <input type="hidden" name="person" value={member.address} />
    </>
  );
  return (
    <div className="flex flex-wrap items-start gap-2 sm:justify-end">
      {!team.retiredAt && (
        <Form action={changeRoleAction}>
          {names}
          <Button type="submit" size="small" name="role" value={next}>
            <span>
              Make {next} <span className="sr-only">{member.name}</span>
            </span>
          </Button>
        </Form>
      )}
      <ConfirmForm
        action={removeMemberAction}
        label={
          <span>
            Remove <span className="sr-only">{member.name}</span>
          </span>
        }
        confirmLabel="Remove"
        title={`Take ${member.name} out of ${team.name}?`}
        size="small"
      >
        {names}
        Their time in the team stays in its history. You can add them again.
      </ConfirmForm>
    </div>
  );
}

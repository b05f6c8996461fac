import { EmptyState } from "#components/layout/empty-state";
import { ConfirmForm } from "#components/ui/confirm-form";
import { Instant } from "#components/ui/instant";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { revokeTokenAction } from "#lib/auth/actions";
import type { TokenView } from "#lib/auth/queries";
import { scopeWords } from "#lib/auth/scopes";

type TokenListProps = { tokens: TokenView[]; timeZone: string; now: string; isCreatorShown?: boolean };

const columns = [
  { label: "Name" },
  { label: "It may" },
  { label: "Last used" },
  { label: "Good until" },
  { label: "Revoke", isHidden: true },
] as const;

/** The tokens that are good now; each can be ended at once. */
export function TokenList({ tokens, timeZone, now, isCreatorShown }: TokenListProps) {
  if (tokens.length === 0) {
    return (
      <EmptyState title="No token is good at the moment.">Create one below for a script or another program.</EmptyState>
    );
  }
  return (
    <Table caption="API tokens" columns={columns}>
      {tokens.map((token) => (
        <Row key={token.id}>
          <Cell>
            <b>{token.name}</b>
            <CellNote>
              <code>{token.hint}…</code> created <Instant at={token.createdAt} timeZone={timeZone} style="day" />
              {isCreatorShown && ` by ${token.createdBy ?? "the command line"}`}
            </CellNote>
          </Cell>
          <Cell label="It may">{scopeWords[token.scope].label.toLowerCase()}</Cell>
          <Cell label="Last used">
            {token.lastUsedAt ? (
              <Instant at={token.lastUsedAt} timeZone={timeZone} style="relative" now={now} />
            ) : (
              "never"
            )}
          </Cell>
          <Cell label="Good until">
            {token.expiresAt ? <Instant at={token.expiresAt} timeZone={timeZone} style="day" /> : "revoked"}
          </Cell>
          <Cell align="right">
            <ConfirmForm
              action={revokeTokenAction}
              label="Revoke"
              confirmLabel="Revoke it"
              title={`Revoke “${token.name}”?`}
              size="small"
            >
              <input type="hidden" name="id" value={token.id} />
              Whatever uses it gets no answer from this moment on. This cannot be undone.
            </ConfirmForm>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

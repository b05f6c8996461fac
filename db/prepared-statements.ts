import type postgres from "postgres";

/** Beyond so many parameters a text varies with the length of a list, and would be one of very many. */
const most = { statements: 400, parameters: 40 };

/**
 * Lets each connection of `client` keep the statements that come again, inside transactions as well: one that is not
 * prepared goes to the server twice, first to hear of what types its parameters are, and is planned each time.
 */
export function prepareWhatComesAgain(client: postgres.Sql): void {
  const known = new Set<string>();

  function comesAgain(text: string, { length }: readonly unknown[]): boolean {
    if (length === 0 || length > most.parameters) return false;
    if (known.has(text)) return true;
    if (known.size < most.statements) known.add(text);
    return false;
  }

  function prepareIn<Sql extends postgres.Sql | postgres.TransactionSql>(sql: Sql): Sql {
    const unsafe = sql.unsafe.bind(sql);
    sql.unsafe = (text, parameters = [], options) =>
      unsafe(text, parameters, { ...options, prepare: options?.prepare || comesAgain(text, parameters) });
    return sql;
  }

  function within(run: Run): Run {
    return (work) =>
      run((tx) => {
        prepareIn(tx).savepoint = within(tx.savepoint as Run) as typeof tx.savepoint;
        return work(tx);
      });
  }
  prepareIn(client).begin = within(client.begin.bind(client) as Run) as typeof client.begin;
}

type Run = (work: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>;

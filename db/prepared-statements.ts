import type postgres from "postgres";

/** Each takes memory of every connection; with more parameters a text varies with a list, and is one of very many. */
const most = { statements: 200, parameters: 24 };

/**
 * Lets each connection of `client` keep the statements of transactions that come again: one that is not prepared goes to
 * the server twice, first to hear of what types its parameters are. Outside of transactions whoever asks decides, because
 * a search is planned best for its own words.
 */
export function prepareInTransactions(client: postgres.Sql): void {
  const [seenOnce, kept] = [new Set<string>(), new Set<string>()];

  function comesAgain(text: string, { length }: readonly unknown[]): boolean {
    if (length === 0 || length > most.parameters) return false;
    if (kept.has(text)) return true;
    if (kept.size >= most.statements) return false;
    if (seenOnce.delete(text)) {
      kept.add(text);
      return true;
    }
    seenOnce.add(text);
    const [oldest] = seenOnce;
    if (oldest !== undefined && seenOnce.size > most.statements) seenOnce.delete(oldest);
    return false;
  }

  function within(run: Run): Run {
    return (work) =>
      run((tx) => {
        const unsafe = tx.unsafe.bind(tx);
        tx.unsafe = (text, parameters = [], options) =>
          unsafe(text, parameters, { ...options, prepare: options?.prepare || comesAgain(text, parameters) });
        tx.savepoint = within(tx.savepoint as Run) as typeof tx.savepoint;
        return work(tx);
      });
  }
  client.begin = within(client.begin.bind(client) as Run) as typeof client.begin;
}

type Run = (work: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>;

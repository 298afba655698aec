interface Waiting<Key, Answer> {
  readonly key: Key;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Lets many who ask at the same time share one statement: while one is under way, those who come meanwhile gather for the next, so that the busier
 * it is, the less each costs. Every answer is from a statement that began after it was asked for. Where one for several fails,
 * each is asked by itself, so that what is wrong with one is not everybody's.
 * @param ask answers all keys at once, in their order
 * @param lanes how many statements may be under way at a time: more than one where each waits for the disk rather than works
 * @param patienceMs how long a further lane waits behind those that are busy before it opens
 * @param waits the first waits for those who ask in the same turn of the event loop, as those do who go on from one shared answer
 */
export function gathering<Key, Answer>(ask: (keys: readonly Key[]) => Promise<readonly Answer[]>, { mostAtOnce = 200, lanes = 1, patienceMs = 0, waits = false } = {}): (key: Key) => Promise<Answer> {
  const waiting: Waiting<Key, Answer>[] = [];
  let asking = 0;
  let patience: NodeJS.Timeout | undefined;

  function openLane(): void {
    patience = undefined;
    if (waiting.length === 0 || asking === lanes) return;
    asking += 1;
    if (waits) setImmediate(() => void askAll());
    else void askAll();
  }

  async function askAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostAtOnce);
      await answer(group).catch(async (error: unknown) => {
        if (group.length === 1) group[0]!.failed(error);
        else for (const one of group) await answer([one]).catch((own: unknown) => one.failed(isAfterFailure(own) ? error : own));
      });
    }
    asking -= 1;
  }

  async function answer(group: readonly Waiting<Key, Answer>[]): Promise<void> {
    const answers = await ask(group.map(({ key }) => key));
    group.forEach(({ done }, at) => done(answers[at]!));
  }

  return (key) =>
    new Promise<Answer>((done, failed) => {
      waiting.push({ key, done, failed });
      if (asking === 0 || patienceMs === 0) openLane();
      else patience ??= setTimeout(openLane, patienceMs);
    });
}

/** In a transaction that has failed nothing more can be asked: what failed it is what everybody is told. */
const isAfterFailure = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '25P02';

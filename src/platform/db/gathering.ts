interface Waiting<Key, Answer> {
  readonly key: Key;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Lets many who ask at the same time share one statement: while one is under way, those who come meanwhile gather for the next, so that the busier
 * it is, the less each costs. Every answer is from a statement that began after it was asked for.
 * @param ask answers all keys at once, in their order
 */
export function gathering<Key, Answer>(ask: (keys: readonly Key[]) => Promise<readonly Answer[]>, mostAtOnce = 200): (key: Key) => Promise<Answer> {
  const waiting: Waiting<Key, Answer>[] = [];
  let asking = false;

  async function askAll(): Promise<void> {
    asking = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostAtOnce);
      try {
        const answers = await ask(group.map(({ key }) => key));
        group.forEach(({ done }, at) => done(answers[at]!));
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    asking = false;
  }

  return (key) =>
    new Promise<Answer>((done, failed) => {
      waiting.push({ key, done, failed });
      if (!asking) void askAll();
    });
}

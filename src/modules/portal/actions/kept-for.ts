import type { ActionContext } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';

type Reading = Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>;

export interface Kept<Value> {
  (context: Reading): Promise<Value>;
  /** What was changed is read anew, by this process at once and by others within the time. */
  forget(installation: Installation): void;
}

/** Reads what is the same for everybody once in so many milliseconds and hands it to all who ask meanwhile, so that a rush does not read it for each. */
export function keptFor<Value>(ms: number, read: (context: Reading) => Promise<Value>): Kept<Value> {
  const known = new WeakMap<Installation, { at: number; value: Promise<Value> }>();
  const ask = (context: Reading): Promise<Value> => {
    const now = context.now.getTime();
    const last = known.get(context.installation);
    if (last && last.at <= now && now < last.at + ms) return last.value;
    const value = read(context);
    known.set(context.installation, { at: now, value });
    // What failed is not handed on to those who ask next.
    value.catch(() => known.delete(context.installation));
    return value;
  };
  return Object.assign(ask, { forget: (installation: Installation) => void known.delete(installation) });
}

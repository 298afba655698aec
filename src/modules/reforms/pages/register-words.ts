import { same, type Text } from '#kernel/text.js';
import { PARTICIPANTS } from '../participants.js';

const registerOf = (name: string) => PARTICIPANTS.find((one) => one.name === name);

/** What a register is called; its code is for the program only. */
export const registerTitle = (name: string): Text => registerOf(name)?.title ?? same(name);

/** What kind of thing a change or a task is about, as its register calls it. */
export const kindTitle = ({ participant, kind }: { readonly participant: string; readonly kind: string }): Text => registerOf(participant)?.kinds[kind] ?? same(kind);

/** Why it goes so, in the words of its register; nothing where the effect says it all. */
export function reasonOf({ participant, kind, effect, why }: { readonly participant: string; readonly kind: string; readonly effect: string; readonly why?: string | null }): Text | null {
  const register = registerOf(participant);
  return (why ? register?.reasons?.[why] : effect === 'needs-person' ? register?.undecided?.[kind] : null) ?? null;
}

export const REGISTERS = PARTICIPANTS.map(({ name, title }) => ({ value: name, label: title }));
export const KINDS = PARTICIPANTS.flatMap(({ kinds }) => Object.entries(kinds).map(([value, label]) => ({ value, label })));

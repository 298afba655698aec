/** What the register holds for a record that a grid wants to change. */
export interface Held {
  readonly value: string;
  readonly state: 'draft' | 'confirmed' | 'withdrawn';
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly sourceRecord: string;
}

/** What a person typed into a cell, and what they knew when they did. */
export interface Typed {
  /** Empty: nothing shall stand there. */
  readonly value: string;
  readonly seenAt: Date;
  readonly overrule: boolean;
  /** Identifies the change, so that one sent twice is taken once. */
  readonly sourceRecord: string;
}

export interface Typist {
  readonly id: string;
  readonly mayCorrect: boolean;
  readonly hasReason: boolean;
}

/** What becomes of a change: nothing to do, to be written or taken back, or not yet. */
export type Decision = 'nothing' | 'write' | 'withdraw' | 'clash' | 'needs-reason' | 'not-yours';

/**
 * Whether a change may be written. Somebody else's value that the typist has not seen is never overwritten; one that was seen, or that the
 * typist now overrules, is corrected with a reason. One's own slips need none: the earlier value is kept all the same.
 */
export function decide(held: Held | undefined, typed: Typed, typist: Typist): Decision {
  const there = held && held.state !== 'withdrawn' ? held : undefined;
  if (!there) return typed.value === '' ? 'nothing' : 'write';
  if (there.sourceRecord === typed.sourceRecord) return 'nothing';
  if (there.value === typed.value && there.state === 'confirmed') return 'nothing';
  const own = there.enteredBy === typist.id;
  if (!own && !typed.overrule && there.enteredAt > typed.seenAt) return 'clash';
  if (!own && there.state === 'confirmed') {
    if (!typist.mayCorrect) return 'not-yours';
    if (!typist.hasReason) return 'needs-reason';
  }
  return typed.value === '' ? 'withdraw' : 'write';
}

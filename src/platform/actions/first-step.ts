import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '../db/transaction.js';
import { type Actor, isNowhere } from './actor.js';
import { ANYONE, type Permission, scopeOf, SIGNED_IN } from './permission.js';

/** A place to begin at, shown on the start page in the words of those who come for it. */
export interface FirstStep {
  readonly href: string;
  /** Where the English page has an address of its own. */
  readonly hrefEn?: string;
  readonly title: Text;
  readonly text: Text;
  /** Whose work it is; `SIGNED_IN` for what is about oneself, shown to whoever has no work here; `ANYONE` for who is not signed in. */
  readonly permission: Permission;
  /** How near it is to what those who hold the permission come for: their main job, what belongs to it, what they may do besides. */
  readonly use: 'main' | 'often' | 'besides';
  /** Whether it concerns somebody, where a right alone does not tell. One function for several steps is asked once. */
  readonly when?: (context: { readonly tx: Read; readonly actor: Actor; readonly today: IsoDate }) => Promise<boolean>;
}

const USES = ['main', 'often', 'besides'] as const;

/** So many say where to begin; more would be a second menu. */
const MOST = 5;

/** The steps of those who do work here by their rights; about themselves for who has none; open to anyone for who is not signed in. The most useful first, each page once. */
export function stepsOf(actor: Actor, steps: readonly FirstStep[]): FirstStep[] {
  if (actor.kind === 'anonymous') return steps.filter(({ permission }) => permission === ANYONE);
  if (actor.scopes.size === 0) return inOrder(steps.filter(({ permission }) => permission === SIGNED_IN));
  const own = inOrder(steps.filter(({ permission }) => permission !== ANYONE && permission !== SIGNED_IN && !isNowhere(scopeOf(actor, permission))));
  return own.filter(({ href }, at) => own.findIndex((one) => one.href === href) === at).slice(0, MOST);
}

const inOrder = (steps: readonly FirstStep[]): FirstStep[] => steps.toSorted((one, other) => USES.indexOf(one.use) - USES.indexOf(other.use));

/** Those of the steps that concern somebody today. */
export async function whatConcerns(steps: readonly FirstStep[], context: Parameters<NonNullable<FirstStep['when']>>[0]): Promise<FirstStep[]> {
  const questions = [...new Set(steps.flatMap(({ when }) => when ?? []))];
  const answers = await Promise.all(questions.map((question) => question(context)));
  const yes = new Map(questions.map((question, at) => [question, answers[at]!]));
  return steps.filter(({ when }) => !when || yes.get(when));
}

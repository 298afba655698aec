import { Conflict } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { type Factor, FACTOR_NAMES } from '../domain/factors.js';
import { findSignInUser } from '../store/people.js';
import { raiseSession } from '../store/sessions.js';
import { CONFIRM_FIRST } from '../texts.js';
import { endSessionsOf } from './end-sessions-of.js';
import { MEANS_CHANGED, tellKeepers } from './tell-keepers.js';

/** A user added a factor by proving it: the present session is worth more now, other sessions end, and the user is told. */
export async function factorAdded(context: WriteContext, userId: string, factor: Factor, present: string, amr: readonly string[]): Promise<void> {
  await refuseUnconfirmed(context, userId);
  await raiseSession(context.tx, present, 'substantial', amr, context.now);
  await endSessionsOf(context, userId, { except: present }, 'factor-changed');
  await tell(context, userId, factor, ADDED);
}

/** An identity elsewhere was linked, or recovery codes made: it makes the present session worth no more; other sessions end, and the user is told. */
export async function factorLinked(context: WriteContext, userId: string, factor: Factor, present: string): Promise<void> {
  await refuseUnconfirmed(context, userId);
  await endSessionsOf(context, userId, { except: present }, 'factor-changed');
  await tell(context, userId, factor, ADDED);
}

/** A factor of a user was taken away: other sessions end, and the user is told. */
export async function factorRemoved(context: WriteContext, userId: string, factor: Factor, present: string | null): Promise<void> {
  await endSessionsOf(context, userId, { except: present }, 'factor-changed');
  await tell(context, userId, factor, REMOVED);
}

/** A user has another password: they are told, since whoever chose it may be somebody else. */
export const passwordChanged = (context: WriteContext, userId: string): Promise<void> => tell(context, userId, 'password', CHANGED);

/** Whoever got in after a reset adds nothing to an account before it is confirmed again: it might stay when its owner is back. */
async function refuseUnconfirmed({ tx }: Pick<WriteContext, 'tx'>, userId: string): Promise<void> {
  if ((await findSignInUser(tx, userId))?.mustConfirm) throw new Conflict('confirm-first', CONFIRM_FIRST);
}

interface Words {
  readonly key: string;
  /** The same in a few words, for those who keep sealed accounts. */
  readonly what: Text;
  readonly subject: Text;
  readonly body: Text;
}

async function tell(context: WriteContext, userId: string, factor: Factor, { key, what, subject, body }: Words): Promise<void> {
  const user = (await findSignInUser(context.tx, userId))!;
  const name = FACTOR_NAMES[factor];
  const named = (text: Text): Text => ({ lv: fill(text, { factor: name.lv }).lv, en: fill(text, { factor: name.en }).en });
  await notify(context, { userId, email: user.email || null, kind: 'authentication.factor-changed', subject: named(subject), body: named(body), link: '/my/sign-in', onceKey: `factor-${key}:${factor}:${context.now.toISOString()}` });
  if (!user.sealed) return;
  const { login } = user;
  const changed = { lv: fill(MEANS_CHANGED.body, { login, what: what.lv, factor: name.lv }).lv, en: fill(MEANS_CHANGED.body, { login, what: what.en, factor: name.en }).en };
  await tellKeepers(context, { ...MEANS_CHANGED, body: changed, onceKey: `break-glass-${key}:${userId}:${factor}:${context.now.toISOString()}` });
}

const ADDED: Words = {
  key: 'added',
  what: { lv: 'pievienots', en: 'added' },
  subject: { lv: 'Pievienots pierakstīšanās līdzeklis: {factor}', en: 'Means of sign-in added: {factor}' },
  body: {
    lv: 'Jūsu kontam pievienots jauns pierakstīšanās līdzeklis ({factor}). Darbs citos pārlūkos un lietotnēm dotās ilgstošās atļaujas ir beigušās. Ja to nedarījāt jūs, nekavējoties ziņojiet lietotāju administratoram.',
    en: 'A new means of sign-in was added to your account ({factor}). Work in other browsers, and what programs were lastingly given, has ended. If it was not you, tell your user administrator at once.',
  },
};
const REMOVED: Words = {
  key: 'removed',
  what: { lv: 'noņemts', en: 'removed' },
  subject: { lv: 'Noņemts pierakstīšanās līdzeklis: {factor}', en: 'Means of sign-in removed: {factor}' },
  body: {
    lv: 'No jūsu konta noņemts pierakstīšanās līdzeklis ({factor}). Darbs citos pārlūkos un lietotnēm dotās ilgstošās atļaujas ir beigušās. Ja to nedarījāt jūs, nekavējoties ziņojiet lietotāju administratoram.',
    en: 'A means of sign-in was removed from your account ({factor}). Work in other browsers, and what programs were lastingly given, has ended. If it was not you, tell your user administrator at once.',
  },
};
const CHANGED: Words = {
  key: 'changed',
  what: { lv: 'nomainīta', en: 'changed' },
  subject: { lv: 'Nomainīta parole', en: 'Password changed' },
  body: {
    lv: 'Jūsu konta parole ir nomainīta. Ja to nedarījāt jūs, nekavējoties ziņojiet lietotāju administratoram.',
    en: 'The password of your account was changed. If it was not you, tell your user administrator at once.',
  },
};

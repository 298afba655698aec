import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import type { Text } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { FACTOR_NAMES, waysOfSession } from '../domain/factors.js';
import { eventInWords, wayInWords } from '../domain/sign-in-event.js';
import { keyedHash } from '../domain/token.js';
import { listAttemptsOf } from '../store/attempts.js';
import { listDirectoryNamesOf } from '../store/directory-names.js';
import { type JoiningRow, listJoiningsInto } from '../store/joinings.js';
import { type LinkHistoryRow, listLinkHistory } from '../store/outside-identities.js';
import { findSignInUser } from '../store/people.js';
import { listSignInsOf, listUnfinishedOf, type SignInRow } from '../store/sessions.js';
import { type EventRow, listSignInEvents } from '../store/sign-in-events.js';
import type { Titled } from './my-means.js';
import { titleOfIdentity } from './providers.js';

/** A try that let nobody in. */
export interface FailedTry {
  readonly id: string;
  readonly at: Date;
  readonly by: readonly Text[];
  readonly what: Text;
  readonly addressPrefix: string;
  readonly device: string;
}

/** When, from where and by what one signed in, which programs were entered, and the tries that failed or were refused. */
export interface History {
  readonly signIns: readonly (SignInRow & { readonly by: readonly Text[] })[];
  readonly failed: readonly FailedTry[];
  readonly entries: readonly EventRow[];
  /** Identities elsewhere that open the account or once did. */
  readonly links: readonly Titled<LinkHistoryRow>[];
  /** Own accounts that were closed and went over into this one. */
  readonly joinings: readonly JoiningRow[];
}

const SHOWN = 100;

export const readMyHistory = readAction({
  name: 'authentication.read-my-history',
  title: { lv: 'Apskatīta sava pierakstīšanās vēsture', en: 'Own sign-in history looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, now, actor, installation }): Promise<History> {
    const user = (await findSignInUser(tx, ownUserId(actor)))!;
    const tried = new Map<string, readonly Text[]>([
      [user.login, [FACTOR_NAMES.password]],
      [`code of ${user.login}`, [FACTOR_NAMES.code]],
      [`recovery of ${user.login}`, [FACTOR_NAMES['recovery-code']]],
      [`proof of ${user.login}`, [PROVING_AGAIN]],
      [`device code of ${user.id}`, [DEVICE_CODE]],
    ].map(([account, by]) => [keyedHash(installation.keyFor('sign-in attempts'), account as string), by as readonly Text[]]));
    // Wrong tries at a directory stand among the refusals; those not looked at are known by the name that was typed.
    const names = await listDirectoryNamesOf(tx, user.id);
    for (const name of names) tried.set(name, [FACTOR_NAMES['active-directory']]);
    const attempts = (await listAttemptsOf(tx, [...tried.keys()], names, SHOWN)).map(
      ({ id, at, accountKey, outcome, addressPrefix, device }): FailedTry => ({ id, at, by: tried.get(accountKey)!, what: outcome === 'failed' ? WRONG : NOT_LET, addressPrefix: addressPrefix.replace(/^.*, /, ''), device }),
    );
    const unfinished = (await listUnfinishedOf(tx, user.id, now, SHOWN)).map(
      ({ id, createdAt, addressPrefix, device, ...rest }): FailedTry => ({ id, at: createdAt, by: waysOfSession(rest), what: UNFINISHED, addressPrefix, device }),
    );
    const refused = (await listSignInEvents(tx, user.id, 'others', SHOWN)).map(({ id, at, way, addressPrefix, device, ...rest }): FailedTry => ({ id, at, by: [wayInWords(way)], what: eventInWords(rest), addressPrefix, device }));
    return {
      signIns: (await listSignInsOf(tx, user.id, now, SHOWN)).map((one) => ({ ...one, by: waysOf(installation, one) })),
      failed: [...attempts, ...unfinished, ...refused].sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, SHOWN),
      entries: await listSignInEvents(tx, user.id, 'entries', SHOWN),
      joinings: await listJoiningsInto(tx, user.id),
      links: (await listLinkHistory(tx, user.id)).map((link) => ({ ...link, title: titleOfIdentity(installation, link) })),
    };
  },
});

/** By what a session was begun; an e-journal or a municipality by its own name. */
const waysOf = (installation: Installation, session: SignInRow): readonly Text[] => {
  const ways = waysOfSession(session);
  return session.method && session.issuer ? [titleOfIdentity(installation, { method: session.method, issuer: session.issuer }), ...ways.slice(1)] : ways;
};

const PROVING_AGAIN: Text = { lv: 'Apstiprināšana vēlreiz', en: 'Confirming again' };
const DEVICE_CODE: Text = { lv: 'Ierīces kods', en: 'Code of a device' };
const WRONG: Text = { lv: 'Nepareizi', en: 'Wrong' };
const NOT_LET: Text = { lv: 'Par daudz mēģinājumu: vairs netika pārbaudīts', en: 'Too many tries: not looked at any more' };
const UNFINISHED: Text = { lv: 'Otrais solis nav pabeigts', en: 'The second step was not finished' };

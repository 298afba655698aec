import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Factor } from '../domain/factors.js';
import type { Policy, Stage } from '../domain/policy.js';
import type { Advised } from '../domain/readiness.js';
import { type LinkRow, listIdentitiesOf, listTakenBack, type TakenBackRow } from '../store/outside-identities.js';
import { type PasskeyRow, listPasskeysOf } from '../store/passkeys.js';
import { isExcepted } from '../store/policies.js';
import { findSignInUser, type SignInUser } from '../store/people.js';
import { countRecoveryCodes } from '../store/recovery-codes.js';
import { municipalWays } from './municipal-ways.js';
import { titleOfIdentity } from './providers.js';
import { type OutsideWay, outsideWays } from './read-sign-in.js';
import { policyOfUser } from './policy-of-user.js';
import { advisedIn, waysInUnder } from './terms-of.js';

/** Means that prove a person firmly enough to confirm an account once and for all. */
const CONFIRMING: readonly string[] = ['smart-id', 'eparaksts'];

/** An identity elsewhere with what it is called. */
export type Titled<Row> = Row & { readonly title: Text };

/** Everything by which a user may get in. */
export interface Means {
  readonly user: SignInUser;
  readonly passkeys: readonly Pick<PasskeyRow, 'id' | 'name' | 'addedAt' | 'lastUsedAt' | 'synced' | 'cameFromLogin'>[];
  readonly identities: readonly Titled<LinkRow>[];
  /** Identities that the user took off and has not linked again. */
  readonly takenBack: readonly Titled<TakenBackRow>[];
  readonly recoveryCodesLeft: number;
  readonly policy: Policy;
  readonly stage: Stage;
  /** From which day everybody there needs two factors. */
  readonly twoFactorsFrom: IsoDate;
  /** The outside providers of the country, and those by which the account may be confirmed. */
  readonly outside: readonly OutsideWay[];
  readonly confirmers: readonly OutsideWay[];
  /** Whether people of some municipality may sign in by their accounts there. */
  readonly municipal: boolean;
  /** Uses what they had, for as long as an exception lasts. */
  readonly excepted: boolean;
  /** By what a sign-in can be begun today, and what may be added. */
  readonly ways: readonly Factor[];
  readonly advised: readonly Advised[];
}

export async function meansOf(context: Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>, userId: string): Promise<Means | undefined> {
  const { tx, today, now, installation } = context;
  const user = await findSignInUser(tx, userId);
  if (!user) return undefined;
  const { unitId, policy, stage, twoFactorsFrom } = await policyOfUser(tx, user, today, now);
  const outside = outsideWays(installation);
  const titled = <Row extends LinkRow>(rows: readonly Row[]): Titled<Row>[] => rows.map((row) => ({ ...row, title: titleOfIdentity(installation, row) }));
  return { user, policy, stage, twoFactorsFrom, passkeys: await listPasskeysOf(tx, userId), identities: titled(await listIdentitiesOf(tx, userId)), takenBack: titled(await listTakenBack(tx, userId)), outside, recoveryCodesLeft: (await countRecoveryCodes(tx, userId)).left, confirmers: outside.filter(({ method }) => CONFIRMING.includes(method)), municipal: (await municipalWays(tx, today)).length > 0, excepted: await isExcepted(tx, userId, today), ways: await waysInUnder(context, userId, { unitId, policy, stage }), advised: await advisedIn(context, unitId, policy) };
}

export const readMyMeans = readAction({
  name: 'authentication.read-my-means',
  title: { lv: 'Apskatīti savi pierakstīšanās līdzekļi', en: 'Own means of sign-in looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async (context): Promise<Means> => (await meansOf(context, ownUserId(context.actor)))!,
});

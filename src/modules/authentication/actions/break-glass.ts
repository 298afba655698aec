import { z } from 'zod';
import { findUserByLogin, ownUserId } from '#modules/access/public.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import { isTestDue, LEAST_KEYS } from '../domain/break-glass-test.js';
import { keepBreakGlass } from '../permissions.js';
import { deleteSealed, insertSealed, listSealed, listUses, reportUse } from '../store/break-glass.js';
import { findSignInUser } from '../store/people.js';
import { ALREADY_REPORTED, ALREADY_SEALED, NEEDS_PASSKEYS, NO_SUCH_LOGIN, NOT_SEALED } from '../texts.js';
import { EXPLAINED, SEALED, tellKeepers, TEST_DUE, TESTED, UNSEALED, USED } from './tell-keepers.js';

export const readBreakGlass = readAction({
  name: 'authentication.read-break-glass',
  title: { lv: 'Apskatīti avārijas konti', en: 'Sealed accounts looked at' },
  permission: keepBreakGlass,
  input: z.object({}),
  run: async ({ tx }) => ({ accounts: await listSealed(tx), uses: await listUses(tx, 100) }),
  audit: () => ({}),
});
export type BreakGlass = Awaited<ReturnType<typeof readBreakGlass.run>>;

/** Seals an account for emergencies: it has two security keys, and each use of it raises an alarm. */
export const sealAccount = writeAction({
  name: 'authentication.seal-account',
  title: { lv: 'Izveidots avārijas konts', en: 'Account sealed' },
  permission: keepBreakGlass,
  asksFreshProof: true,
  input: z.object({ login: z.string().trim().toLowerCase().min(2).max(100), reason: z.string().trim().min(3).max(500) }),
  async run(context, { login, reason }) {
    const { tx, actor, now } = context;
    const found = await findUserByLogin(tx, login);
    const user = found && (await findSignInUser(tx, found.id));
    if (!user) throw invalid('login', NO_SUCH_LOGIN);
    if (user.sealed) throw new Conflict('already-sealed', ALREADY_SEALED);
    if (user.passkeys < LEAST_KEYS) throw invalid('login', NEEDS_PASSKEYS);
    await insertSealed(tx, user.id, reason, ownUserId(actor), now);
    await tellKeepers(context, { ...SEALED, body: fill(SEALED.body, { login: user.login, reason }), onceKey: `break-glass-sealed:${user.id}:${now.toISOString()}` });
    return user.id;
  },
  audit: ({ output }) => ({ facts: { user: output } }),
});

export const unsealAccount = writeAction({
  name: 'authentication.unseal-account',
  title: { lv: 'Avārijas konts atjaunots par parastu', en: 'Account unsealed' },
  permission: keepBreakGlass,
  asksFreshProof: true,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { tx, now } = context;
    const user = await findSignInUser(tx, id);
    if ((await deleteSealed(tx, id)) === 0) throw new Conflict('not-sealed', NOT_SEALED);
    await tellKeepers(context, { ...UNSEALED, body: fill(UNSEALED.body, { login: user?.login ?? id }), onceKey: `break-glass-unsealed:${id}:${now.toISOString()}` });
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});

/** What a use was for; a test counts as the account's quarterly test. */
export const reportBreakGlassUse = writeAction({
  name: 'authentication.report-break-glass-use',
  title: { lv: 'Ziņots par avārijas konta lietojumu', en: 'Use of a sealed account reported' },
  permission: keepBreakGlass,
  input: z.object({ id: z.uuid(), isTest: z.literal('yes').optional(), words: z.string().trim().min(3).max(2_000) }),
  async run(context, { id, isTest, words }) {
    const { tx, actor, now } = context;
    const login = await reportUse(tx, id, { isTest: isTest === 'yes', words }, ownUserId(actor), now);
    if (login === undefined) throw new Conflict('already-reported', ALREADY_REPORTED);
    const told = isTest ? TESTED : EXPLAINED;
    await tellKeepers(context, { ...told, body: fill(told.body, { login, words }), onceKey: `break-glass-report:${id}` });
  },
  audit: ({ input }) => ({ facts: { use: input.id, test: input.isTest === 'yes' } }),
});

/** The alarm: everybody who keeps sealed accounts is told at once, in the program and by mail. */
export const alarmOfBreakGlass = writeAction({
  name: 'authentication.alarm-of-break-glass',
  title: { lv: 'Trauksme: lietots avārijas konts', en: 'Alarm: a sealed account was used' },
  permission: keepBreakGlass,
  input: z.object({ useId: z.uuid(), userId: z.uuid() }),
  async run(context, { useId, userId }) {
    const user = await findSignInUser(context.tx, userId);
    return tellKeepers(context, { ...USED, body: fill(USED.body, { login: user?.login ?? userId }), onceKey: `break-glass:${useId}` });
  },
  audit: ({ input, output }) => ({ facts: { ...input, told: output } }),
});

/** Each day: keepers are told which accounts are due for their test, once a month for each until it is done. */
export const remindOfBreakGlassTests = writeAction({
  name: 'authentication.remind-of-break-glass-tests',
  title: { lv: 'Atgādināts par avārijas kontu pārbaudēm', en: 'Reminded of tests of sealed accounts' },
  permission: keepBreakGlass,
  input: z.object({}),
  async run(context) {
    const due = (await listSealed(context.tx)).filter(({ testedAt }) => isTestDue(testedAt, context.now));
    for (const { userId, login } of due) await tellKeepers(context, { ...TEST_DUE, body: fill(TEST_DUE.body, { login }), onceKey: `break-glass-test:${userId}:${context.today.slice(0, 7)}` });
    return due.length;
  },
  audit: ({ output }) => ({ facts: { reminded: output } }),
});

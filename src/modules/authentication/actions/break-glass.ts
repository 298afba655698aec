import { z } from 'zod';
import { findUserByLogin, listHolders, ownUserId } from '#modules/access/public.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { keepBreakGlass } from '../permissions.js';
import { deleteSealed, insertSealed, listSealed, listUses, reportUse } from '../store/break-glass.js';
import { findSignInUser } from '../store/people.js';
import { ALREADY_REPORTED, ALREADY_SEALED, NEEDS_PASSKEYS, NO_SUCH_LOGIN } from '../texts.js';

/** Two keys, so that one lost or broken does not close the last door. */
const LEAST_KEYS = 2;

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
  async run({ tx, actor, now }, { login, reason }) {
    const found = await findUserByLogin(tx, login);
    const user = found && (await findSignInUser(tx, found.id));
    if (!user) throw invalid('login', NO_SUCH_LOGIN);
    if (user.sealed) throw new Conflict('already-sealed', ALREADY_SEALED);
    if (user.passkeys < LEAST_KEYS) throw invalid('login', NEEDS_PASSKEYS);
    await insertSealed(tx, user.id, reason, ownUserId(actor), now);
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
  run: ({ tx }, { id }) => deleteSealed(tx, id),
  audit: ({ input }) => ({ facts: { user: input.id } }),
});

/** What a use was for; a test counts as the account's quarterly test. */
export const reportBreakGlassUse = writeAction({
  name: 'authentication.report-break-glass-use',
  title: { lv: 'Ziņots par avārijas konta lietojumu', en: 'Use of a sealed account reported' },
  permission: keepBreakGlass,
  input: z.object({ id: z.uuid(), isTest: z.literal('yes').optional(), words: z.string().trim().min(3).max(2_000) }),
  async run({ tx, actor, now }, { id, isTest, words }) {
    if (!(await reportUse(tx, id, { isTest: isTest === 'yes', words }, ownUserId(actor), now))) throw new Conflict('already-reported', ALREADY_REPORTED);
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
    const keepers = await listHolders(context.tx, keepBreakGlass.name, null, context.today);
    for (const keeper of keepers) {
      await notify(context, {
        userId: keeper.userId,
        email: keeper.email || null,
        kind: 'authentication.break-glass',
        subject: { lv: 'TRAUKSME: lietots avārijas konts', en: 'ALARM: a sealed account was used' },
        body: {
          lv: `Kontā ${user?.login ?? userId} tikko pierakstījās. Ja tas nav paredzēts, apturiet to tūlīt; pēc lietošanas pierakstiet, kam tas bija vajadzīgs.`,
          en: `Someone has just signed in to ${user?.login ?? userId}. If this is not expected, suspend it at once; afterwards write down what it was needed for.`,
        },
        link: '/break-glass',
        onceKey: `break-glass:${useId}`,
      });
    }
    return keepers.length;
  },
  audit: ({ input, output }) => ({ facts: { ...input, told: output } }),
});

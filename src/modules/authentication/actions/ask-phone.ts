import { z } from 'zod';
import { getParameters } from '#modules/access/public.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { isKnownBrowser, knownBrowser } from '../domain/known-browser.js';
import { keyedHash } from '../domain/token.js';
import { countAttempts, insertAttempt } from '../store/attempts.js';
import { attemptKeyOf, type NamedLimits, holdAttempt, type Throttled } from './hold-attempts.js';
import { accountsOf, keepAsked } from './keep-event.js';
import { VisitorInput } from './visitor-input.js';

const BROWSER_KEY = 'browsers known to Smart-ID';
const COUNT_KEY = 'phones asked in all';
const PHONE_ASKS: NamedLimits = { onAccountFromAddress: 'attempts-on-account-from-address', fromAddress: 'attempts-from-address', apart: 'phones, ' };
const accountOf = (code: string): string => `phone of ${code}`;

/** Whether a phone may be asked: nothing of the answer depends on whether the code has an account anywhere. */
export type PhoneAnswer = { readonly kind: 'held' | 'not-known-here' } | Throttled;

/**
 * Lets a question go to the phone of a code that was typed: only in a browser in which this very person has used Smart-ID
 * before. Each counts as an attempt on the code, from the network and of all, until the person confirms.
 */
export const mayAskPhone = writeAction({
  name: 'authentication.may-ask-phone',
  title: { lv: 'Sūtīts pieprasījums uz tālruni', en: 'Request sent to a phone' },
  permission: ANYONE,
  input: z.object({ code: PersonCodeInput, known: z.string().max(200), visitor: VisitorInput }),
  async run(context, { code, known, visitor }): Promise<PhoneAnswer> {
    const { tx, now, today, installation } = context;
    if (!isKnownBrowser(installation.keyFor(BROWSER_KEY), known, code, now)) return { kind: 'not-known-here' };
    const limits = await getParameters(tx, today);
    const minutes = limits['attempts-window-minutes'];
    const all = { accountKey: keyedHash(installation.keyFor(COUNT_KEY), 'all'), addressPrefix: 'phones in all' };
    if ((await countAttempts(tx, all, new Date(now.getTime() - minutes * 60_000))).onAccount >= limits['phone-asks-in-all']) return { kind: 'throttled', minutes };
    const attempt = await holdAttempt(context, accountOf(code), visitor, { strangers: true, limits: PHONE_ASKS });
    if (attempt.kind === 'throttled') return attempt;
    await attempt.outcome('failed');
    for (const userId of await accountsOf(context, { issuer: '', subject: null, personCode: code })) await keepAsked(context, userId, visitor);
    await insertAttempt(tx, all, 'failed', now, '');
    return { kind: 'held' };
  },
  audit: ({ input, output }) => ({ facts: { outcome: output.kind, network: input.visitor.addressPrefix } }),
});

/** After Smart-ID has succeeded: what the browser keeps to be known again. What was asked of this phone from here counts no more. */
export const rememberBrowser = writeAction({
  name: 'authentication.remember-browser',
  title: { lv: 'Pārlūks atcerēts Smart-ID vajadzībām', en: 'Browser remembered for Smart-ID' },
  permission: ANYONE,
  input: z.object({ code: PersonCodeInput, asked: z.boolean(), visitor: VisitorInput }),
  async run({ tx, now, installation }, { code, asked, visitor }): Promise<string> {
    // Whatever the count is by now: the last question that was allowed may be the one that was answered.
    if (asked) await insertAttempt(tx, attemptKeyOf(installation, accountOf(code), visitor, PHONE_ASKS), 'succeeded', now, visitor.device);
    return knownBrowser(installation.keyFor(BROWSER_KEY), code, now);
  },
  audit: ({ input }) => ({ facts: { network: input.visitor.addressPrefix } }),
});

import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { type Factor, FACTORS } from '../domain/factors.js';
import type { Whose } from '../outside/proving.js';
import type { OutsideRefusal } from '../outside/refusals.js';
import { accountsOf, keepRefusal } from './keep-event.js';
import { OUTSIDE_PURPOSES } from './outside-proof.js';
import { type Visitor, VisitorInput } from './visitor-input.js';

/** Whom the outside meant, where it said so. */
export const WhoseInput = z.object({ issuer: z.string(), subject: z.string().nullable(), personCode: z.string().nullable() }).nullable().default(null);

/**
 * An outside provider proved nothing: into the audit log, and into the history of whoever is concerned. At a first sign-in that is
 * known only where a code was typed or the provider named somebody; else the person is signed in already. If it named somebody else,
 * whose phone or card may have been asked for under a pretext, they see it too.
 */
export const noteRefusal = writeAction({
  name: 'authentication.note-refusal',
  title: { lv: 'Ārējs sniedzējs identitāti neapliecināja', en: 'An outside provider proved no identity' },
  permission: ANYONE,
  input: z.object({ method: z.enum(FACTORS), purpose: z.enum(OUTSIDE_PURPOSES), refusal: z.string().max(100), whose: WhoseInput, visitor: VisitorInput }),
  run: (context, { method, purpose, refusal, whose, visitor }) => keepOutsideRefusal(context, method, refusal, whose, visitor, purpose === 'sign-in' || context.actor.kind !== 'user' ? null : ownUserId(context.actor)),
  audit: ({ input, output }) => ({ facts: { factor: input.method, purpose: input.purpose, reason: input.refusal as OutsideRefusal, network: input.visitor.addressPrefix, ...(output.length === 1 && { user: output[0] }) } }),
});

/** Gives the accounts in whose history it stands now. */
export async function keepOutsideRefusal(context: WriteContext, method: Factor, refusal: string, whose: Whose | null, visitor: Visitor, signedIn: string | null): Promise<readonly string[]> {
  const users = [...new Set([...(signedIn ? [signedIn] : []), ...(whose ? await accountsOf(context, whose) : [])])];
  for (const userId of users) await keepRefusal(context, userId, method, !signedIn || userId === signedIn ? refusal : 'at-another-account', visitor);
  return users;
}

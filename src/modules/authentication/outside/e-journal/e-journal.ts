import { z } from 'zod';
import { same, type Text } from '#kernel/text.js';
import type { Fetch } from '../call.js';
import { openIdOf } from '../openid/openid.js';
import type { RedirectProvider } from '../proving.js';

/** An e-journal whose pupils may sign in here. Its real interface is not public: this is the contract that we would offer. */
export const EJournal = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  title: z.string().min(1),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
});
export type EJournal = z.infer<typeof EJournal>;

/**
 * Pupils signing in by their e-journal: OpenID Connect, with the pupil's personal code, the registration number of the school and the
 * role in the ID token. A pupil's password there is one factor, and no more is believed.
 */
export function eJournalOf({ id, title, issuer, clientId, clientSecret }: EJournal, fetch: Fetch): RedirectProvider {
  const provider = openIdOf({
    id,
    method: 'e-journal',
    title: same(title),
    issuer,
    clientId,
    clientSecret,
    scopes: ['profile', 'pupil'],
    personCodeClaim: 'personal_code',
    acrLevels: {},
    believesFactors: false,
    mustSay: { role: 'pupil' },
    keeps: ['school_reg_nr'],
    fetch,
  });
  return { ...provider, say: (reason) => (reason === 'not-meant-for' ? PUPILS_ONLY : provider.say(reason)) };
}

const PUPILS_ONLY: Text = {
  lv: 'Ar e-žurnāla kontu te pierakstās tikai skolēni. Skolotāji un vecāki pierakstās citādi, piemēram, ar Smart-ID, eParakstu vai Latvija.lv.',
  en: 'Only pupils sign in here by their account of a school e-journal. Teachers and parents sign in in another way, such as by Smart-ID, eParaksts or Latvija.lv.',
};

import { schoolScope } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import { findCertificate, type ShownCertificate } from '../store/certificates.js';
import { NO_SUCH_CERTIFICATE } from '../texts.js';

type Asking = Pick<ActionContext, 'tx' | 'scope' | 'today' | 'now'>;

/** The agency, which seals, sees how far each certificate is before it is published; everyone else only what is. */
export const seesUnpublished = (scope: Scope): boolean => scope.everywhere;

/** A certificate of the actor's institutions. @throws NotFound alike for "is not", "is not published" and "may not see" */
export async function getCertificate(context: Asking, id: string): Promise<ShownCertificate> {
  const found = await findCertificate(context.tx, id, { ...context, scope: await schoolScope(context) }, seesUnpublished(context.scope));
  if (!found) throw new NotFound('no-such-certificate', NO_SUCH_CERTIFICATE);
  return found;
}

export const factsOf = ({ personId, id, examCode, year }: Pick<ShownCertificate, 'personId' | 'id' | 'examCode' | 'year'>) => ({ subjects: [personId], facts: { certificate: id, exam: examCode, year } });

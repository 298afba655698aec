import { findOwner } from '#modules/persons/public.js';
import { personCode } from '#kernel/person-code.js';
import type { ActionContext, WriteContext } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import type { Proof } from '../domain/proof.js';
import { keyedHash } from '../domain/token.js';
import { insertOutsideIdentity, type NewOutsideIdentity } from '../store/outside-identities.js';

const SUBJECT_KEY = 'subjects of outside identities';
const LOOK_UP_KEY = 'look-up of outside identities';

/** By what an outside identity is found again: issuer and subject together, as a keyed hash. */
export const subjectKeyOf = ({ installation }: Pick<ActionContext, 'installation'>, { issuer, subject }: Pick<Proof, 'issuer' | 'subject'>): string =>
  keyedHash(installation.keyFor(LOOK_UP_KEY), `${issuer}\u0000${subject}`);

/** Who the person is at the issuer, as it was kept with the link. */
export const subjectOf = ({ keyFor }: Installation, sealed: Buffer): string => unseal(keyFor(SUBJECT_KEY), sealed);

/** The person of the register whose code was proven; undefined when none was, or nobody alive has it. */
export const ownerOfProof = async ({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, { personCode: code }: Proof) => (code ? findOwner(tx, personCode(code), today) : undefined);

/** Links an identity elsewhere to a user, so that it is known again by itself. */
export const linkIdentity = (context: WriteContext, userId: string, proof: Proof, linkedHow: NewOutsideIdentity['linkedHow']): Promise<string> =>
  insertOutsideIdentity(
    context.tx,
    { userId, method: proof.method, issuer: proof.issuer, subjectKey: subjectKeyOf(context, proof), subject: seal(context.installation.keyFor(SUBJECT_KEY), proof.subject), linkedHow },
    context.now,
  );

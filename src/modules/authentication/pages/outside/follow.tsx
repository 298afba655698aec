import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Text } from '#kernel/text.js';
import type { CustomTools } from '#web/page-route.js';
import { confirmAccount, type Confirmed } from '../../actions/confirm-account.js';
import { noteRefusal } from '../../actions/note-refusal.js';
import { type OutsidePurpose, takeAssertion } from '../../actions/outside-proof.js';
import { type Linked, linkMunicipalIdentity } from '../../actions/link-identity.js';
import type { Via } from '../../actions/municipal-proof.js';
import { proveByOutside } from '../../actions/prove-again.js';
import { relinkIdentity } from '../../actions/unlink-identity.js';
import { type ProofEntry, signInByProof } from '../../actions/sign-in-by-proof.js';
import type { Factor } from '../../domain/factors.js';
import type { Proof } from '../../domain/proof.js';
import { type Refusal, whoseOf } from '../../outside/proving.js';
import type { Misfit as SeenAs } from '../../outside/refusals.js';
import { ACCOUNT_CONFIRMED, CONFIRMED_ANOTHER_ACCOUNT, CONFIRMED_NO_PERSON, CONFIRMED_SOMEBODY_ELSE, CONFIRMED_TOO_WEAK, FACTOR_NOT_ALLOWED, IDENTITY_LINKED, IDENTITY_TAKEN_BACK, LINK_NOT_OURS, LINK_OF_ANOTHER, LINK_SOMEBODY_ELSE, MUNICIPAL_LINKED, MUNICIPAL_NOT_LINKED, NOBODY_PROVEN, NOT_LINKED_BEFORE, OUTSIDE_ENDED, PASSWORD_ENDED, PROVEN_IN_VAIN, SECOND_NOT_ALLOWED } from '../../texts.js';
import { awaitSecond, enter, enterAnew, rememberProof } from '../cookies.js';
import { visitorOf } from '../visitor-of.js';
import { RefusedPage } from './refused.js';

export const refuse = (at: CustomTools, why: Text, back: string, status = 403) => at.send(<RefusedPage view={at.view} why={why} back={back} />, status);

/** That nothing was proven is written down before it is said. */
export const noted = (request: FastifyRequest, at: CustomTools, method: Factor, purpose: OutsidePurpose, { reason, whose }: Refusal) => at.perform(noteRefusal, { method, purpose, refusal: reason, whose: whose ?? null, visitor: visitorOf(request) });

/**
 * Where a proof leads, by what it was wanted for.
 * @param via the connection of a municipality that proved it; a national provider has none, and of it only what was taken off is linked by hand.
 */
export async function followProven(request: FastifyRequest, reply: FastifyReply, at: CustomTools, purpose: OutsidePurpose, to: string, proof: Proof, via: Via | null) {
  if (proof.evidence.assertionHash !== undefined && !(await at.perform(takeAssertion, { proof }))) {
    await noted(request, at, proof.method, purpose, { kind: 'refused', reason: 'shown-again', whose: whoseOf(proof) });
    return refuse(at, OUTSIDE_ENDED, to);
  }
  const present = { present: at.view.sessionId ?? '', visitor: visitorOf(request) };
  // What was proven and yet did not fit stands in the history of whoever tried it, and of whom it names.
  const misfit = async (kind: Misfit, why: Text) => {
    await noted(request, at, proof.method, purpose, { kind: 'refused', reason: SEEN_AS[kind], whose: whoseOf(proof) });
    return refuse(at, why, '/my/sign-in');
  };
  switch (purpose) {
    case 'sign-in':
      return followProof(reply, at, await at.perform(signInByProof, { proof, visitor: present.visitor, via }), to, via ? MUNICIPAL_NOT_LINKED : NOBODY_PROVEN);
    case 'again': {
      const outcome = await at.perform(proveByOutside, { ...present, proof: via ? { ...proof, personCode: null } : proof });
      return outcome.kind === 'signed-in' ? enter(reply, at, outcome.token, to) : refuse(at, PROVEN_IN_VAIN, to);
    }
    case 'link': {
      if (!via) return (await at.perform(relinkIdentity, { proof, present: present.present })) === 'linked' ? at.redirect({ to: '/my/sign-in', notice: IDENTITY_LINKED }) : misfit('not-theirs', NOT_LINKED_BEFORE);
      const { kind } = await at.perform(linkMunicipalIdentity, { proof, via, present: present.present });
      return kind === 'linked' ? at.redirect({ to: '/my/sign-in', notice: MUNICIPAL_LINKED }) : misfit(kind, NOT_LINKED[kind]);
    }
    case 'confirm': {
      if (via) return misfit('too-weak', CONFIRMED_TOO_WEAK);
      const { kind } = await at.perform(confirmAccount, { ...present, proof });
      return kind === 'confirmed' ? at.redirect({ to: '/my/sign-in', notice: ACCOUNT_CONFIRMED }) : misfit(kind, NOT_CONFIRMED[kind]);
    }
  }
}

const NOT_CONFIRMED: Readonly<Record<Exclude<Confirmed['kind'], 'confirmed'>, Text>> = {
  'somebody-else': CONFIRMED_SOMEBODY_ELSE,
  'no-person': CONFIRMED_NO_PERSON,
  'too-weak': CONFIRMED_TOO_WEAK,
  'of-another-account': CONFIRMED_ANOTHER_ACCOUNT,
};

const NOT_LINKED: Readonly<Record<Exclude<Linked['kind'], 'linked'>, Text>> = {
  'of-another-account': LINK_OF_ANOTHER,
  'somebody-else': LINK_SOMEBODY_ELSE,
  'not-ours': LINK_NOT_OURS,
};

type Misfit = Exclude<Confirmed['kind'], 'confirmed'> | Exclude<Linked['kind'], 'linked'> | 'not-theirs';

/** By which reasons of refusals (`domain/sign-in-event.ts`) a history tells of them. */
const SEEN_AS: Readonly<Record<Misfit, SeenAs>> = {
  'somebody-else': 'other-person',
  'no-person': 'no-person',
  'too-weak': 'level-too-low',
  'of-another-account': 'of-another-account',
  'not-ours': 'other-municipality',
  'not-theirs': 'not-linked-before',
};

/** Where a sign-in by an outside identity leads. */
export function followProof(reply: FastifyReply, at: CustomTools, entry: ProofEntry, to: string, nobody: Text = NOBODY_PROVEN) {
  switch (entry.kind) {
    case 'signed-in':
      return enterAnew(reply, at, entry.token, to);
    case 'enrolment':
      return enterAnew(reply, at, entry.token, '/my/sign-in');
    case 'second-factor':
      awaitSecond(reply, entry.token);
      return at.redirect({ to: `/sign-in/second?${new URLSearchParams({ to })}` });
    case 'choose':
      rememberProof(reply, entry.token);
      return at.redirect({ to: `/sign-in/choose?${new URLSearchParams({ to })}` });
    case 'taken-back':
      return refuse(at, IDENTITY_TAKEN_BACK, '/sign-in');
    case 'nobody':
      return refuse(at, nobody, '/sign-in');
    case 'password-ended':
      return refuse(at, PASSWORD_ENDED, '/sign-in');
    case 'second-not-allowed':
      return refuse(at, SECOND_NOT_ALLOWED, '/sign-in');
    case 'factor-not-allowed':
      return refuse(at, FACTOR_NOT_ALLOWED, '/sign-in');
  }
}


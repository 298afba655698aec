import type { Text } from '#kernel/text.js';
import type { Proof, ProofMethod } from '../domain/proof.js';

/** What a provider says when asked to go on: nothing yet, a proof, or why there is none. */
export type Outcome<Reason extends string = string> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'proven'; readonly proof: Proof }
  | Refusal<Reason>;

export const WAITING = { kind: 'waiting' } as const;
export const proven = (proof: Proof) => ({ kind: 'proven', proof }) as const;
export const refused = <Reason extends string>(reason: Reason, whose?: Whose) => ({ kind: 'refused', reason, ...(whose && { whose }) }) as const;

/** Begun: the state is secret and stays on the server; the person is sent to the address. */
export interface Departure {
  readonly state: Readonly<Record<string, unknown>>;
  readonly address: string;
}

export interface DepartureWishes {
  /** Where the provider sends the person back to: one fixed address, registered with the provider. */
  readonly returnTo: string;
  readonly lang: 'lv' | 'en';
  readonly now: Date;
  /** To raise a session: the person proves themselves anew, even where the provider still knows them. */
  readonly anew?: boolean;
}

/** A provider to which the person goes with the browser and from which they come back with an answer. */
export interface RedirectProvider {
  /** Lasting short name for addresses and settings, such as `eparaksts` or `e-klase`. */
  readonly id: string;
  readonly method: ProofMethod;
  readonly title: Text;
  /** Whether the answer comes in the address (`get`) or as a form that another site posts (`post`). */
  readonly answers: 'get' | 'post';
  /** The field of the answer that gives back `state.handle`, by which the caller finds the proof under way. */
  readonly handleField: 'state' | 'wctx';
  begin(wishes: DepartureWishes): Promise<Departure | Refusal>;
  /** @param answer the fields of the address or of the form that came back. */
  finish(state: unknown, answer: Readonly<Record<string, string>>, now: Date): Promise<Outcome>;
  /** Words for a reason of refusal, with what to do next. */
  say(reason: string): Text;
}

/** Whom a provider meant when it refused, as far as that is known: it goes into that person's own history and nowhere else. */
export interface Whose {
  readonly issuer: string;
  readonly subject: string | null;
  readonly personCode: string | null;
}

/** The same, of somebody who was proven and is refused all the same. */
export const whoseOf = ({ issuer, subject, personCode }: Whose): Whose => ({ issuer, subject, personCode });

export interface Refusal<Reason extends string = string> {
  readonly kind: 'refused';
  readonly reason: Reason;
  readonly whose?: Whose;
}

/** Whether something was begun or refused at once. */
export const isRefusal = <T extends object>(begun: T | Refusal): begun is Refusal => 'kind' in begun && begun.kind === 'refused';

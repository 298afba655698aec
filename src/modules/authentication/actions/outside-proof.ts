import { z } from 'zod';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { hashOfToken } from '../domain/token.js';
import { insertPendingProof, insertUsedProof, lockPendingProof, setPendingState } from '../store/pending-proofs.js';
import { ProofInput } from './proof-input.js';
import { beginPending, PENDING_KEY, pendingEnd, readPending, takePending } from './pending.js';
import { type Visitor, VisitorInput } from './visitor-input.js';

/** What a proof from outside is wanted for. */
export const OUTSIDE_PURPOSES = ['sign-in', 'again', 'confirm', 'link'] as const;
export type OutsidePurpose = (typeof OUTSIDE_PURPOSES)[number];

/** What is kept while the person is away at a provider. */
export interface AwayState {
  readonly purpose: OutsidePurpose;
  readonly to: string;
  readonly state: unknown;
  /** Who had somebody's phone asked by a typed code; what comes of it is looked up even if they never ask (`phones-left.ts`). */
  readonly asked?: Visitor;
  /** The form that the provider's page posted, where it answers by one. */
  readonly answer?: Readonly<Record<string, string>>;
}

export const purposeOf = (provider: string) => `outside: ${provider}`;

const AwayInput = z.object({ provider: z.string(), purpose: z.enum(OUTSIDE_PURPOSES), to: z.string(), state: z.unknown(), handle: z.string().nullable(), userId: z.uuid().nullable(), asked: VisitorInput.optional() });

/** Keeps what a provider began; the cookie's token is the provider's own handle where it gives one. */
export const leaveForProvider = writeAction({
  name: 'authentication.leave-for-provider',
  title: { lv: 'Sākta pierakstīšanās pie ārēja sniedzēja', en: 'Sign-in at an outside provider begun' },
  permission: ANYONE,
  shared: true,
  input: AwayInput,
  async run(context, { provider, purpose, to, state, handle, userId, asked }) {
    const away: AwayState = { purpose, to, state, ...(asked && { asked }) };
    if (handle === null) return beginPending(context, purposeOf(provider), userId, away);
    const key = context.installation.keyFor(PENDING_KEY);
    await insertPendingProof(context.tx, { id: hashOfToken(handle), purpose: purposeOf(provider), userId, state: seal(key, JSON.stringify(away)), expiresAt: await pendingEnd(context) }, context.now);
    return handle;
  },
  audit: ({ input }) => ({ facts: { provider: input.provider, purpose: input.purpose } }),
});

const BackInput = z.object({ provider: z.string(), token: z.string(), userId: z.uuid().nullable() });

/** What was kept, while the provider is still being asked. */
export const lookAway = readAction({
  name: 'authentication.look-away',
  title: { lv: 'Gaidīta atbilde no ārēja sniedzēja', en: 'Answer of an outside provider awaited' },
  permission: ANYONE,
  input: BackInput,
  audit: NOT_PERSONAL,
  run: async (context, { provider, token, userId }) => (await readPending<AwayState>(context, token, purposeOf(provider), userId)) ?? null,
});

/** Takes what was kept, once, now that the person is back. */
export const comeBack = writeAction({
  name: 'authentication.come-back',
  title: { lv: 'Atgriešanās no ārēja sniedzēja', en: 'Return from an outside provider' },
  permission: ANYONE,
  shared: true,
  input: BackInput,
  run: async (context, { provider, token, userId }) => (await takePending<AwayState>(context, token, purposeOf(provider), userId)) ?? null,
  audit: ({ input, output }) => ({ facts: { provider: input.provider, known: output !== null } }),
});

/** Keeps the form that a provider's page posted, until the browser that left asks for it. */
export const keepAnswer = writeAction({
  name: 'authentication.keep-answer',
  title: { lv: 'Saņemta atbilde no ārēja sniedzēja', en: 'Answer of an outside provider received' },
  permission: ANYONE,
  input: z.object({ provider: z.string(), token: z.string().min(16).max(200), answer: z.record(z.string(), z.string().max(200_000)) }),
  async run({ tx, now, installation }, { provider, token, answer }) {
    const id = hashOfToken(token);
    const found = await lockPendingProof(tx, id, purposeOf(provider), now);
    if (!found) return;
    const key = installation.keyFor(PENDING_KEY);
    const away = JSON.parse(unseal(key, found.state)) as AwayState;
    await setPendingState(tx, id, seal(key, JSON.stringify({ ...away, answer } satisfies AwayState)));
  },
  audit: ({ input }) => ({ facts: { provider: input.provider } }),
});

const DAY_MS = 86_400_000;

/** Takes a provider's signed assertion, once: shown again, even with another sign-in, it proves nothing (OWASP ASVS 5.0, 6.8.3). */
export const takeAssertion = writeAction({
  name: 'authentication.take-assertion',
  title: { lv: 'Pieņemts ārēja sniedzēja apliecinājums', en: 'Assertion of an outside provider taken' },
  permission: ANYONE,
  input: z.object({ proof: ProofInput }),
  async run({ tx, now }, { proof: { issuer, evidence } }) {
    const { assertionHash } = evidence;
    if (assertionHash === undefined) return true;
    const id = hashOfToken(`assertion ${issuer} ${assertionHash}`);
    return (await insertUsedProof(tx, id, 'assertion', new Date(now.getTime() + DAY_MS), now)) === 1;
  },
  audit: ({ input, output }) => ({ facts: { method: input.proof.method, first: output } }),
});

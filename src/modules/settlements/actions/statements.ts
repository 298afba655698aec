import { z } from 'zod';
import { Conflict, NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { fill, type Text } from '#kernel/text.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { keepSettlements, seeSettlements } from '../permissions.js';
import {
  agreeStatement, answerDispute, type DisputeRow, findStatement, type FlowRow, type LearnerRow, listDisputes, listFlows, listLearners, listParts, listStatements, listVersions, lockStatement, type PartRow, raiseDispute, type StatementRow,
} from '../store/statements.js';
import { NO_SUCH_STATEMENT, NOT_DISPUTED, NOT_OPEN, NOT_THE_PROVIDER, NOT_THE_RECIPIENT } from '../texts.js';
import { partiesOf, recordingOf } from './parties.js';
import { tellMunicipality } from './tell.js';

export type { LearnerRow, StatementRow };

const PAGE = 50;
const MOST_FLOWS = 12;
const ALL = 1_000_000;

export interface StatementsFound {
  readonly statements: readonly StatementRow[];
  readonly next: string | null;
  readonly flows: readonly (FlowRow & { readonly countedOn: string })[];
}

/** Statements of the actor's municipality, as provider and as recipient. */
export const readStatements = readAction({
  name: 'settlements.list-statements',
  title: { lv: 'Apskatīti norēķinu pārskati', en: 'Statements of settlements looked at' },
  permission: seeSettlements,
  input: z.object({ state: emptyAsNull(z.enum(['sent', 'disputed', 'agreed'])), side: emptyAsNull(z.enum(['provider', 'recipient'])), after: emptyAsNull(z.uuid()) }),
  audit: NOT_PERSONAL,
  async run(context, { state, side, after }): Promise<StatementsFound> {
    const { tx } = context;
    const parties = await partiesOf(context);
    const found = await listStatements(tx, { state, side }, parties, after, PAGE + 1);
    return { statements: found.slice(0, PAGE), next: found.length > PAGE ? found[PAGE - 1]!.id : null, flows: await listFlows(tx, parties, MOST_FLOWS) };
  },
});

/** A statement that one's municipality is a side of. @throws NotFound alike for "is not" and "may not see" */
async function getStatement(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<StatementRow> {
  const found = await findStatement(context.tx, id, await partiesOf(context));
  if (!found) throw new NotFound('no-such-statement', NO_SUCH_STATEMENT);
  return found;
}

export interface StatementPage {
  readonly statement: StatementRow;
  readonly versions: readonly StatementRow[];
  readonly parts: readonly PartRow[];
  readonly disputes: readonly DisputeRow[];
  /** Which side the actor may answer for. */
  readonly mayAgree: boolean;
  readonly mayAnswer: boolean;
}

/** A statement in sums, nobody by name. */
export const openStatement = readAction({
  name: 'settlements.open-statement',
  title: { lv: 'Apskatīts norēķina pārskats', en: 'Statement of a settlement looked at' },
  permission: seeSettlements,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run(context, { id }): Promise<StatementPage> {
    const { tx, actor, today } = context;
    const statement = await getStatement(context, id);
    const own = await partiesOf({ tx, today, scope: { ...scopeOf(actor, keepSettlements), everywhere: false } });
    return {
      statement, versions: await listVersions(tx, statement), parts: await listParts(tx, id), disputes: await listDisputes(tx, id),
      mayAgree: own.unitIds.includes(statement.recipientId), mayAnswer: own.unitIds.includes(statement.providerId),
    };
  },
});

export interface LearnersFound {
  readonly statement: StatementRow;
  readonly learners: readonly LearnerRow[];
  readonly next: number | null;
}

/** The learners of a statement by name and month: the list that both sides see. */
export const readLearners = readAction({
  name: 'settlements.read-learners',
  title: { lv: 'Apskatīts izglītojamo saraksts norēķinā starp pašvaldībām', en: 'List of learners in a settlement between municipalities looked at' },
  permission: seeSettlements,
  input: z.object({ id: z.uuid(), after: emptyAsNull(z.coerce.number().int().min(0)) }),
  reasonNeeded: true,
  async run(context, { id, after }): Promise<LearnersFound> {
    const statement = await getStatement(context, id);
    const found = await listLearners(context.tx, id, context.today, after ?? 0, PAGE + 1);
    return { statement, learners: found.slice(0, PAGE), next: found.length > PAGE ? found[PAGE - 1]!.place : null };
  },
  audit: ({ input, output }) => ({ subjects: [...new Set(output.learners.map(({ personId }) => personId))], facts: { row: input.id, shown: output.learners.length } }),
});

export const exportLearners = readAction({
  name: 'settlements.export-learners',
  title: { lv: 'Izgūts izglītojamo saraksts norēķinā starp pašvaldībām', en: 'List of learners in a settlement between municipalities exported' },
  permission: seeSettlements,
  input: z.object({ id: z.uuid(), format: z.enum(['xlsx', 'csv']) }),
  reasonNeeded: true,
  async run(context, { id, format }) {
    const statement = await getStatement(context, id);
    return { statement, format, rows: await listLearners(context.tx, id, context.today, 0, ALL) };
  },
  audit: ({ input, output }) => ({ subjects: [...new Set(output.rows.map(({ personId }) => personId))], facts: { row: input.id, format: input.format, shown: output.rows.length } }),
});

async function lockSide(context: WriteContext, id: string, side: 'provider' | 'recipient'): Promise<StatementRow> {
  const own = await partiesOf({ tx: context.tx, today: context.today, scope: { ...context.scope, everywhere: false } });
  const found = await lockStatement(context.tx, id, side, own);
  if (found) return found;
  if (await findStatement(context.tx, id, own)) throw new Conflict('wrong-side', side === 'recipient' ? NOT_THE_RECIPIENT : NOT_THE_PROVIDER);
  throw new NotFound('no-such-statement', NO_SUCH_STATEMENT);
}

const link = (id: string) => `/settlements/statements/${id}`;

/** The recipient agrees: nothing of this statement is open any more. */
export const agree = writeAction({
  name: 'settlements.agree',
  title: { lv: 'Saskaņots norēķina pārskats', en: 'Statement of a settlement agreed' },
  permission: keepSettlements,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { providerId, provider, recipient } = await lockSide(context, id, 'recipient');
    if ((await agreeStatement(context.tx, id, recordingOf(context))) === 0) throw new Conflict('not-open', NOT_OPEN);
    await tellMunicipality(context, providerId, { subject: fill(AGREED, { recipient }), body: fill(OF_STATEMENT, { provider, recipient }), link: link(id), onceKey: `settlements:${id}:agreed` });
  },
  audit: ({ input }) => ({ facts: { row: input.id } }),
});

/** The recipient says what is wrong; the provider is told. */
export const dispute = writeAction({
  name: 'settlements.dispute',
  title: { lv: 'Apstrīdēts norēķina pārskats', en: 'Statement of a settlement disputed' },
  permission: keepSettlements,
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(3).max(2_000) }),
  async run(context, { id, reason }) {
    const { state, providerId, provider, recipient } = await lockSide(context, id, 'recipient');
    if (state !== 'sent') throw new Conflict('not-open', NOT_OPEN);
    await raiseDispute(context.tx, id, reason, recordingOf(context));
    const times = (await listDisputes(context.tx, id)).length;
    await tellMunicipality(context, providerId, { subject: fill(DISPUTED, { recipient }), body: fill(OF_STATEMENT, { provider, recipient }), link: link(id), onceKey: `settlements:${id}:disputed:${times}` });
  },
  audit: ({ input }) => ({ facts: { row: input.id } }),
});

/** The provider answers; the recipient may then agree, or dispute again. What is to be put right in the registers comes as a statement of its own. */
export const answer = writeAction({
  name: 'settlements.answer',
  title: { lv: 'Atbildēts uz iebildumu par norēķinu', en: 'Dispute of a settlement answered' },
  permission: keepSettlements,
  input: z.object({ id: z.uuid(), answer: z.string().trim().min(3).max(2_000) }),
  async run(context, { id, answer: words }) {
    const { state, recipientId, provider, recipient } = await lockSide(context, id, 'provider');
    if (state !== 'disputed') throw new Conflict('not-disputed', NOT_DISPUTED);
    await answerDispute(context.tx, id, words, recordingOf(context));
    const times = (await listDisputes(context.tx, id)).length;
    await tellMunicipality(context, recipientId, { subject: fill(ANSWERED, { provider }), body: fill(OF_STATEMENT, { provider, recipient }), link: link(id), onceKey: `settlements:${id}:answered:${times}` });
  },
  audit: ({ input }) => ({ facts: { row: input.id } }),
});

const AGREED: Text = { lv: 'Norēķins saskaņots: {recipient}', en: 'Settlement agreed: {recipient}' };
const DISPUTED: Text = { lv: 'Norēķins apstrīdēts: {recipient}', en: 'Settlement disputed: {recipient}' };
const ANSWERED: Text = { lv: 'Atbilde uz iebildumu: {provider}', en: 'Answer to a dispute: {provider}' };
const OF_STATEMENT: Text = { lv: 'Pārskats, kurā {recipient} maksā {provider}. Atveriet to, lai redzētu sarunu.', en: 'The statement in which {recipient} pays {provider}. Open it to see the conversation.' };

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readSchoolBook, type SchoolBook } from '#modules/education/public.js';
import { drawFamilyName, drawGivenName } from '#modules/persons/public.js';
import { chanceOf } from '#kernel/chance.js';
import { NotFound } from '#kernel/errors.js';
import { isoDate } from '#kernel/iso-date.js';
import { madeUpPersonCode } from '#kernel/person-code.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { send } from '../permissions.js';
import { deleteSandbox, findSandbox, insertSandbox, listSandboxLearners, listSandboxRecords, type SandboxKey, type SandboxLearner, type SandboxRecordRow } from '../store/sandbox.js';
import { NO_SANDBOX, NO_SUCH_YEAR, SANDBOX_EMPTY } from '../texts/intake.js';
import { getInstitution, getJournal, type Sender } from './sender.js';

/** A sandbox needs no confirmation of the school: nothing of its pupils is in it. */
export async function getSandboxSender(context: Pick<ActionContext, 'tx' | 'actor' | 'today'>, regNr: string, year: number): Promise<Sender> {
  const journal = await getJournal(context);
  const institutionId = await getInstitution(context, regNr);
  if (!(await findSandbox(context.tx, { journalId: journal.id, institutionId, year }))) throw new NotFound('no-sandbox', NO_SANDBOX);
  return { journal, institutionId };
}

const SANDBOX_FIELDS = { institution: z.string(), year: z.coerce.number().int() } as const;

async function keyOf(context: Pick<ActionContext, 'tx' | 'actor' | 'today'>, institution: string, year: number): Promise<SandboxKey> {
  const journal = await getJournal(context);
  return { journalId: journal.id, institutionId: await getInstitution(context, institution), year };
}

/** Makes the private copy, anew where there is one: what was sent into it is gone. */
export const makeSandbox = writeAction({
  name: 'intake.make-sandbox',
  title: { lv: 'E-žurnālam izveidota izmēģinājuma kopija ar izdomātiem izglītojamajiem', en: 'Sandbox with made-up learners made for an e-journal' },
  permission: send,
  input: z.object(SANDBOX_FIELDS),
  async run(context, { institution, year }) {
    const { tx, actor, now } = context;
    const key = await keyOf(context, institution, year);
    const book = await readSchoolBook(tx, key.institutionId, year);
    if (!book) throw new NotFound('no-such-year', NO_SUCH_YEAR);
    const learners = madeUpLearners(book);
    if (learners.length === 0) throw new NotFound('no-classes', SANDBOX_EMPTY);
    await deleteSandbox(tx, key);
    await insertSandbox(tx, key, learners, actor.id ?? actor.name, now);
    return { ...key, learners: learners.length };
  },
  audit: ({ output }) => ({ facts: { institution: output.institutionId, journal: output.journalId, year: output.year, pupils: output.learners } }),
});

/** Numbers of made-up people that the demonstration gives to nobody. */
const FIRST_NUMBER = 9_000_000;
const BORN_IN_GRADE_ONE = 7;

/** As many learners in each class as there are, with names and codes that belong to nobody; all of them from the first day. */
function madeUpLearners({ classes, placements, memberships, days }: SchoolBook): SandboxLearner[] {
  const inClass = Map.groupBy(placements.filter(({ validTo }) => validTo === null), ({ classId }) => classId);
  const programmes = new Map(memberships.map(({ id, programmeCode }) => [id, programmeCode]));
  let made = 0;
  return classes.flatMap(({ id: classId, grade }) =>
    (inClass.get(classId) ?? []).map(({ membershipId }): SandboxLearner => {
      made += 1;
      const sex = made % 2 === 0 ? 'female' : 'male';
      const born = isoDate(`${days.year - BORN_IN_GRADE_ONE - (grade ?? 0)}-03-01`);
      return {
        id: randomUUID(), membershipId: randomUUID(), code: madeUpPersonCode(FIRST_NUMBER + made, born), given: drawGivenName(chanceOf(made), 'latvian', sex, Number(born.slice(0, 4))),
        family: drawFamilyName(chanceOf(made * 31), 'latvian')[sex], programmeCode: programmes.get(membershipId) ?? '', classId, validFrom: days.startsOn, validTo: null,
      };
    }),
  );
}

export interface SandboxState {
  readonly learners: readonly (SandboxLearner & { readonly class: string })[];
  readonly records: readonly SandboxRecordRow[];
}

const MOST_RECORDS = 20_000;

/** What is in the private copy: its made-up learners and what was sent of them. */
export const showSandbox = readAction({
  name: 'intake.show-sandbox',
  title: { lv: 'Apskatīta izmēģinājuma kopija', en: 'Sandbox looked at' },
  permission: send,
  input: z.object(SANDBOX_FIELDS),
  audit: NOT_PERSONAL,
  async run(context, { institution, year }): Promise<SandboxState> {
    const key = await keyOf(context, institution, year);
    if (!(await findSandbox(context.tx, key))) throw new NotFound('no-sandbox', NO_SANDBOX);
    const titles = new Map((await readSchoolBook(context.tx, key.institutionId, year))?.classes.map(({ id, title }) => [id, title]));
    const learners = await listSandboxLearners(context.tx, key);
    return { learners: learners.map((one) => ({ ...one, class: titles.get(one.classId) ?? '' })), records: await listSandboxRecords(context.tx, key, MOST_RECORDS) };
  },
});

export const dropSandbox = writeAction({
  name: 'intake.drop-sandbox',
  title: { lv: 'Izmesta izmēģinājuma kopija', en: 'Sandbox thrown away' },
  permission: send,
  input: z.object(SANDBOX_FIELDS),
  async run(context, { institution, year }) {
    const key = await keyOf(context, institution, year);
    if (!(await deleteSandbox(context.tx, key))) throw new NotFound('no-sandbox', NO_SANDBOX);
    return key;
  },
  audit: ({ output }) => ({ facts: { institution: output.institutionId, journal: output.journalId, year: output.year } }),
});

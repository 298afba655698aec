import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { isMinorOn, listWards } from '#modules/persons/public.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { drawPdfPage } from '#platform/scans/pdf-pages.js';
import type { ScanType } from '#platform/scans/open-scan.js';
import { assess } from '../permissions.js';
import { findTask } from '../store/assessments.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { findScan, readScan } from '../store/scans.js';
import { type ContestedWork, findContestedWork, listOwnWorks, type OwnWork } from '../store/seen-works.js';
import { NO_SCAN, NO_SUCH_CONTESTED_WORK, NO_SUCH_OWN_WORK, NO_SUCH_PAGE, NO_SUCH_WORK } from '../texts.js';

/** A page of a scan as a picture, or the whole as it came. */
export interface SeenScan {
  readonly type: ScanType;
  readonly content: Buffer;
  /** The code of the work: what the file is called. */
  readonly code: string;
}

const Page = z.coerce.number().int().min(0).max(80);

/** A page (from 1) of the scan of a work as a picture; 0: the file as it came. Whoever asks has checked the right to the work. */
async function seen(tx: Read, workId: string, page: number): Promise<SeenScan> {
  const scan = await findScan(tx, workId);
  if (!scan) throw new NotFound('no-scan', NO_SCAN);
  const code = `${scan.candidateCode}-${scan.part}`;
  const content = await readScan(tx, scan.id);
  if (page === 0 || (page === 1 && scan.type !== 'application/pdf')) return { type: scan.type, content, code };
  const picture = page <= scan.pages && scan.type === 'application/pdf' ? await drawPdfPage(content, page) : null;
  if (!picture) throw new NotFound('no-such-page', NO_SUCH_PAGE);
  return { type: 'image/png', content: Buffer.from(picture), code };
}

const pageOf = { id: z.uuid(), page: Page };
const pictureOf = { id: z.uuid(), page: Page.refine((page) => page > 0) };

/** A page of a work that one has in hand to assess. Pictures alone: a file may carry the name of whoever made it. */
export const openWorkPage = readAction({
  name: 'exams.open-work-page',
  title: { lv: 'Apskatīta vērtējamā darba lapa', en: 'Page of a work to be assessed looked at' },
  permission: assess,
  reasonNeeded: true,
  input: z.object(pictureOf),
  async run({ tx, actor }, { id, page }): Promise<SeenScan> {
    const task = await findTask(tx, id, ownUserId(actor));
    if (!task) throw new NotFound('no-such-work', NO_SUCH_WORK);
    return seen(tx, task.workId, page);
  },
  audit: ({ input }) => ({ facts: { assessment: input.id, page: input.page } }),
});

async function contested({ tx, actor }: Pick<ActionContext, 'tx' | 'actor'>, appealId: string, part: number): Promise<ContestedWork> {
  const work = await findContestedWork(tx, { appealId, part, userId: ownUserId(actor) });
  if (!work) throw new NotFound('no-such-contested-work', NO_SUCH_CONTESTED_WORK);
  return work;
}

const contestedPart = { id: z.uuid(), part: z.coerce.number().int().min(1).max(5) };

/** A contested work as its commission sees it; to sit in the commission of an appeal that waits is the right. */
export const viewContestedWork = readAction({
  name: 'exams.view-contested-work',
  title: { lv: 'Apelācijas komisijā atvērts apstrīdētais darbs', en: 'Contested work opened by the commission of an appeal' },
  permission: SIGNED_IN,
  reasonNeeded: true,
  input: z.object(contestedPart),
  run: (context, { id, part }) => contested(context, id, part),
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { appeal: input.id, part: input.part } }),
});

export const openContestedPage = readAction({
  name: 'exams.open-contested-page',
  title: { lv: 'Apelācijas komisijā apskatīta apstrīdētā darba lapa', en: 'Page of a contested work looked at by the commission of an appeal' },
  permission: SIGNED_IN,
  reasonNeeded: true,
  input: z.object({ ...contestedPart, page: pictureOf.page }),
  async run(context, { id, part, page }) {
    const { workId, personId } = await contested(context, id, part);
    return { personId, scan: await seen(context.tx, workId, page) };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { appeal: input.id, part: input.part, page: input.page } }),
});

export interface OwnWorks {
  /** Whether the number of today lets candidates see their works at all. */
  readonly areShown: boolean;
  readonly works: readonly OwnWork[];
}

/** Whose works somebody may see as their own: theirs, and of those whom they represent while these are minors. */
async function ownWorks({ tx, today, now, actor }: Pick<ActionContext, 'tx' | 'today' | 'now' | 'actor'>): Promise<OwnWorks> {
  const areShown = (await examNumbersOn(tx, today))['pupil-sees-work'] === 1;
  if (!areShown || !actor.personId) return { areShown, works: [] };
  const wards = (await listWards(tx, actor.personId, today)).filter(({ bornOn }) => isMinorOn(bornOn, today));
  return { areShown, works: await listOwnWorks(tx, [actor.personId, ...wards.map(({ id }) => id)], now) };
}

async function ownWork(context: ActionContext, id: string): Promise<OwnWork> {
  const found = (await ownWorks(context)).works.find(({ workId }) => workId === id);
  if (!found) throw new NotFound('no-such-own-work', NO_SUCH_OWN_WORK);
  return found;
}

/** One's own works, and those of one's children, whose results are published. */
export const viewOwnWorks = readAction({
  name: 'exams.view-own-works',
  title: { lv: 'Apskatīti savi vai sava bērna pārbaudījumu darbi', en: 'Own works of exams, or those of one’s child, looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  run: (context) => ownWorks(context),
  audit: ({ output }) => ({ subjects: [...new Set(output.works.map(({ personId }) => personId))], facts: { found: output.works.length } }),
});

export const viewOwnWork = readAction({
  name: 'exams.view-own-work',
  title: { lv: 'Atvērts savs vai sava bērna pārbaudījuma darbs', en: 'Own work of an exam, or that of one’s child, opened' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => ownWork(context, id),
  audit: ({ output }) => ({ subjects: [output.personId], facts: { exam: output.code, year: output.year, part: output.part } }),
});

/** A page of an own work, or with page 0 the file as the school brought it in. */
export const openOwnPage = readAction({
  name: 'exams.open-own-page',
  title: { lv: 'Apskatīta sava vai sava bērna pārbaudījuma darba lapa', en: 'Page of an own work, or that of one’s child, looked at' },
  permission: SIGNED_IN,
  input: z.object(pageOf),
  async run(context, { id, page }) {
    const { personId, code, year } = await ownWork(context, id);
    return { personId, code, year, scan: await seen(context.tx, id, page) };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { exam: output.code, year: output.year, page: input.page } }),
});

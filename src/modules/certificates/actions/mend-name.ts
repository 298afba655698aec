import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { sealSoon } from '../jobs/seal.js';
import { sealCertificates } from '../permissions.js';
import { countUnfit, findUnfit, type UnfitRow } from '../store/certificates.js';
import { insertPrintedName, mendDraft } from '../store/drafts.js';
import { reopenSealing } from '../store/sealings.js';
import { NOT_UNFIT, STILL_UNFIT } from '../texts.js';
import { unfitnessOf } from './draft-certificates.js';
import { recorderOf } from './recorder-of.js';

async function getUnfit({ tx }: Pick<ActionContext, 'tx'>, id: string): Promise<UnfitRow> {
  const draft = await findUnfit(tx, id);
  if (!draft) throw new NotFound('not-unfit', NOT_UNFIT);
  return draft;
}
const factsOf = ({ examCode, year, personId }: UnfitRow) => ({ subjects: [personId], facts: { exam: examCode, year } });

/** A draft whose name has letters that the fonts lack. */
export const openName = readAction({
  name: 'certificates.open-printed-name',
  title: { lv: 'Atvērts sertifikāts, kura vārdu nevar nodrukāt', en: 'Certificate opened whose name cannot be printed' },
  permission: sealCertificates,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => getUnfit(context, id),
  audit: ({ output }) => factsOf(output),
});

const Name = z.string().trim().min(1, { abort: true }).max(100);

/** Says how a name is printed, and why so; the draft goes into the next batch. */
export const mendName = writeAction({
  name: 'certificates.mend-printed-name',
  title: { lv: 'Noteikts, kā sertifikātā drukā vārdu', en: 'Said how a name is printed on a certificate' },
  permission: sealCertificates,
  input: z.object({ id: z.uuid(), given: Name, family: Name, why: z.string().trim().min(1, { abort: true }).min(3).max(500) }),
  async run(context, { id, given, family, why }) {
    const { tx, now } = context;
    const draft = await getUnfit(context, id);
    const page = { ...draft.page, holder: `${given} ${family}` };
    const left = unfitnessOf(page);
    if (left.lv !== '') throw invalid('family', { lv: `${STILL_UNFIT.lv} ${left.lv}`, en: `${STILL_UNFIT.en} ${left.en}` });
    await insertPrintedName(tx, { personId: draft.personId, given, family, why, recordedAt: now, recordedBy: recorderOf(context) });
    await mendDraft(tx, id, page, now);
    await reopenSealing(tx, draft.sealingId);
    await sealSoon(context, draft.sealingId);
    return draft;
  },
  audit: ({ input, output }) => ({ ...factsOf(output), facts: { ...factsOf(output).facts, why: input.why } }),
});

/** Drafts that wait for a person. */
export const unfitNames = countUnfit;

import { z } from 'zod';
import { refuseFarAhead } from '#kernel/far-day.js';
import { InvalidInput } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { defineReform } from '#modules/territories/public.js';
import { writeAction } from '#platform/actions/action.js';
import { parseDefinition } from '../domain/parse-definition.js';
import { operate } from '../permissions.js';

/** Records a reform as data: its day, its law, the new units and what becomes of the old ones. Checked, not yet prepared; with made-up data it is made up too. */
export const draftReform = writeAction({
  name: 'reforms.draft-reform',
  title: { lv: 'Pierakstīta teritoriālā reforma', en: 'Recorded a territorial reform' },
  permission: operate,
  input: z.object({
    titleLv: z.string().trim().min(1).max(200),
    titleEn: z.string().trim().min(1).max(200),
    effective: IsoDateInput,
    legalBasis: z.string().trim().min(1).max(500),
    units: z.string().trim().min(1).max(20_000),
    successions: z.string().trim().min(1).max(50_000),
  }),
  async run({ tx, actor, now, today, installation }, { units, successions, ...reform }) {
    refuseFarAhead('effective', reform.effective, today);
    const definition = parseDefinition(units, successions);
    if ('errors' in definition) throw new InvalidInput(definition.errors);
    return { reformId: await defineReform(tx, { ...reform, madeUp: !installation.production, ...definition }, actor.name, now) };
  },
  audit: ({ output }) => ({ facts: { reform: output.reformId } }),
});

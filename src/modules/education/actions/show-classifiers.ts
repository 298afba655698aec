import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { ACTION_TITLES } from '../texts/classifiers.js';
import { type EndReasonRow, listEndReasonChoices } from '../store/choices.js';
import { type CodePartRow, listCodeParts, listProgrammes, type ProgrammeRow } from '../store/programmes.js';
import { listOutcomes, type OutcomeRow } from '../store/scales.js';

export type { CodePartRow, EndReasonRow, OutcomeRow, ProgrammeRow };

/** Programmes with what the characters of their codes mean. */
export const showProgrammes = readAction({
  name: 'education.show-programmes',
  title: ACTION_TITLES.showClassifiers,
  permission: ANYONE,
  input: z.object({ code: z.string().trim().max(20).default('') }),
  audit: NOT_PERSONAL,
  run: async ({ tx }, { code }): Promise<{ programmes: ProgrammeRow[]; parts: CodePartRow[]; code: string }> => ({
    programmes: await listProgrammes(tx), parts: await listCodeParts(tx), code: code.toUpperCase().replaceAll(/\s/g, ''),
  }),
});

export const showOutcomes = readAction({
  name: 'education.show-outcomes',
  title: ACTION_TITLES.showClassifiers,
  permission: ANYONE,
  input: z.object({ grade: z.preprocess((raw) => (raw === '' || raw === undefined ? null : raw), z.coerce.number().int().min(1).max(12).nullable()) }),
  audit: NOT_PERSONAL,
  run: async ({ tx }, { grade }): Promise<{ outcomes: OutcomeRow[]; grade: number | null }> => ({ outcomes: await listOutcomes(tx, grade), grade }),
});

/** Why memberships end, group by group. */
export const showEndReasons = readAction({
  name: 'education.show-end-reasons',
  title: ACTION_TITLES.showClassifiers,
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }): Promise<EndReasonRow[]> => listEndReasonChoices(tx),
});

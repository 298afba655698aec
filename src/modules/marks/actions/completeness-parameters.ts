import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { scopeOf } from '#platform/actions/permission.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { PARAMETER_NAMES, PARAMETER_WORDS } from '../domain/completeness-parameters.js';
import { keepParameters, seeCompleteness } from '../permissions.js';
import { listParameters, numbersOn, type ParameterRow, putParameter } from '../store/completeness-parameters.js';

export interface ParametersPage {
  readonly rows: readonly ParameterRow[];
  readonly mayKeep: boolean;
}

/** The days of reminders and the limits of reports, with what held before and what is to hold. */
export const openParameters = readAction({
  name: 'marks.open-parameters',
  title: { lv: 'Apskatītas atgādinājumu dienas un kavējumu robežas', en: 'Days of reminders and limits of absences looked at' },
  permission: seeCompleteness,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, actor }): Promise<ParametersPage> => ({ rows: await listParameters(tx), mayKeep: scopeOf(actor, keepParameters).everywhere }),
});

const NameInput = z.enum(PARAMETER_NAMES);

export const openParameterForm = readAction({
  name: 'marks.open-parameter-form',
  title: { lv: 'Atvērta atgādinājumu vai kavējumu robežas veidlapa', en: 'Form of a day of reminders or a limit opened' },
  permission: keepParameters,
  input: z.object({ name: NameInput }),
  audit: NOT_PERSONAL,
  run: async ({ tx, today }, { name }) => ({ name, numbers: (await numbersOn(tx, today))[name], today }),
});

/** `5, 2` as people write it. */
const Numbers = z.string().trim().min(1).regex(/^\d{1,3}(\s*[,;]\s*\d{1,3}){0,5}$/).transform((words) => words.split(/[,;]/).map(Number));

/** Sets numbers from a day on; what held until then stays readable with its days. */
export const changeParameter = writeAction({
  name: 'marks.change-parameter',
  title: { lv: 'Mainītas atgādinājumu dienas vai kavējumu robeža', en: 'Days of reminders or a limit of absences changed' },
  permission: keepParameters,
  input: z.object({
    name: NameInput, numbers: Numbers, from: IsoDateInput, basis: z.string().trim().min(1, { abort: true }).min(3).max(500),
    verified: z.preprocess((raw) => raw === 'yes' || raw === true, z.boolean()),
  }),
  async run({ tx, today, now, actor }, { from, ...input }) {
    const numbers = [...new Set(input.numbers)].sort((a, b) => a - b);
    if (numbers.some((one) => one > 200)) throw invalid('numbers', TOO_MANY);
    if (!PARAMETER_WORDS[input.name].many && numbers.length > 1) throw invalid('numbers', ONE_NUMBER);
    if (from < today) throw invalid('from', IN_THE_PAST);
    const was = (await numbersOn(tx, today))[input.name];
    await putParameter(tx, { ...input, numbers, validFrom: from }, now, actor.id ?? actor.name);
    return { was, numbers };
  },
  audit: ({ input, output }) => ({ facts: { limit: input.name, before: output.was, after: output.numbers, from: input.from, basis: input.basis } }),
});

const TOO_MANY: Text = { lv: 'Lielākais skaitlis ir 200.', en: 'The largest number is 200.' };
const ONE_NUMBER: Text = { lv: 'Norādiet vienu skaitli.', en: 'Give one number.' };
const IN_THE_PAST: Text = { lv: 'Mainīt var no šodienas vai vēlākas dienas: kas jau bija spēkā, paliek.', en: 'It can change from today or a later day: what has held already stays.' };

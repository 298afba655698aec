import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { contradicted, isInRange, PARAMETER_NAMES, type ParameterName, PARAMETERS } from '../domain/parameters.js';
import { editParameters } from '../permissions.js';
import { getParameters, listParameters, setParameter, type ParameterRow } from '../store/parameters.js';
import { AT_LEAST_AS, AT_MOST_AS, IN_THE_PAST, OUT_OF_RANGE } from '../texts.js';
import { ownUserId } from './own-user.js';

export type { ParameterRow };

export const readParameters = readAction({
  name: 'access.read-parameters',
  title: { lv: 'Apskatīti ierobežojumi', en: 'Limits looked at' },
  permission: editParameters,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }) => listParameters(tx),
});

/**
 * A limit's new value from a day on, with its basis; what held before stays readable.
 * @throws InvalidInput outside the limit's range, or against another limit of that day.
 */
export const changeParameter = writeAction({
  name: 'access.change-parameter',
  title: { lv: 'Mainīts ierobežojums', en: 'Limit changed' },
  permission: editParameters,
  input: z.object({
    name: z.enum(PARAMETER_NAMES as [ParameterName, ...ParameterName[]]),
    value: z.coerce.number().int(),
    basis: z.string().trim().min(3).max(500),
    validFrom: IsoDateInput,
  }),
  async run({ tx, actor, now, today }, change) {
    if (change.validFrom < today) throw invalid('validFrom', IN_THE_PAST);
    const { least, most } = PARAMETERS[change.name];
    if (!isInRange(change.name, change.value)) throw invalid('value', fill(OUT_OF_RANGE, { least, most, value: change.value }));
    const others = await getParameters(tx, change.validFrom);
    const against = contradicted(change.name, change.value, others);
    if (against) throw invalid('value', beside(against.atMost ? AT_MOST_AS : AT_LEAST_AS, PARAMETERS[against.other], others[against.other]));
    await setParameter(tx, change, ownUserId(actor), now);
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});

const beside = (sentence: Text, other: Text, value: number): Text => ({ lv: fill(sentence, { other: other.lv, value }).lv, en: fill(sentence, { other: other.en, value }).en });

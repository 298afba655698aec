import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { PARAMETER_NAMES, type ParameterName } from '../domain/parameters.js';
import { editParameters } from '../permissions.js';
import { listParameters, setParameter, type ParameterRow } from '../store/parameters.js';
import { IN_THE_PAST } from '../texts.js';
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

/** A limit's new value from a day on, with its basis; what held before stays readable. */
export const changeParameter = writeAction({
  name: 'access.change-parameter',
  title: { lv: 'Mainīts ierobežojums', en: 'Limit changed' },
  permission: editParameters,
  input: z.object({
    name: z.enum(PARAMETER_NAMES as [ParameterName, ...ParameterName[]]),
    value: z.coerce.number().int().min(0).max(100_000),
    basis: z.string().trim().min(3).max(500),
    validFrom: IsoDateInput,
  }),
  async run({ tx, actor, now, today }, change) {
    if (change.validFrom < today) throw invalid('validFrom', IN_THE_PAST);
    await setParameter(tx, change, ownUserId(actor), now);
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});

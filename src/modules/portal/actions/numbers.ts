import { parameterActions } from '#platform/parameters/parameter-actions.js';
import { keepPortal } from '../permissions.js';
import { getNumbers, portalNumbers } from '../store/parameters.js';
import { keptFor } from './kept-for.js';

/** How long results are shown, and how many are let in: dated, with their basis. */
export const portalNumberActions = parameterActions({
  module: 'portal',
  store: portalNumbers,
  see: keepPortal,
  keep: keepPortal,
  titles: {
    looked: { lv: 'Apskatīti rezultātu portāla parametri', en: 'Parameters of the results portal looked at' },
    changed: { lv: 'Mainīts rezultātu portāla parametrs', en: 'Parameter of the results portal changed' },
    takenBack: { lv: 'Atsaukta plānota rezultātu portāla parametra maiņa', en: 'Planned change of a parameter of the results portal taken back' },
  },
  touches: async () => ({ lv: 'Visus, kas atver rezultātu portālu', en: 'Everybody who opens the results portal' }),
});

/** The numbers of today; a change is in force everywhere within ten seconds. */
export const numbersNow = keptFor(10_000, ({ tx, today }) => getNumbers(tx, today));

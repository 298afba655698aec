import { parameterActions } from '#platform/parameters/parameter-actions.js';
import { editParameters } from '../permissions.js';
import { limits, whomLimitsTouch } from '../store/parameters.js';

/** The limits of sessions, sign-in and confirmation: dated, with their basis. */
export const limitActions = parameterActions({
  module: 'access',
  store: limits,
  see: editParameters,
  keep: editParameters,
  asksFreshProof: true,
  titles: {
    looked: { lv: 'Apskatīti ierobežojumi', en: 'Limits looked at' },
    changed: { lv: 'Mainīts ierobežojums', en: 'Limit changed' },
    takenBack: { lv: 'Atsaukta plānota ierobežojuma maiņa', en: 'Planned change of a limit taken back' },
  },
  touches: whomLimitsTouch,
});

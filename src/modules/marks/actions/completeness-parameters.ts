import { parameterActions } from '#platform/parameters/parameter-actions.js';
import { keepParameters, seeCompleteness } from '../permissions.js';
import { completenessParameters, whomNumbersTouch } from '../store/completeness-parameters.js';

/** The days of reminders and the limits of reports, with what held before and what is to hold. */
export const completenessParameterActions = parameterActions({
  module: 'marks',
  store: completenessParameters,
  see: seeCompleteness,
  keep: keepParameters,
  titles: {
    looked: { lv: 'Apskatītas atgādinājumu dienas un kavējumu robežas', en: 'Days of reminders and limits of absences looked at' },
    changed: { lv: 'Mainītas atgādinājumu dienas vai kavējumu robeža', en: 'Days of reminders or a limit of absences changed' },
    takenBack: { lv: 'Atsaukta plānota atgādinājumu dienu vai kavējumu robežas maiņa', en: 'Planned change of days of reminders or of a limit of absences taken back' },
  },
  touches: whomNumbersTouch,
});

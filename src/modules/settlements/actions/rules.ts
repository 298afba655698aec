import { parameterActions } from '#platform/parameters/parameter-actions.js';
import { keepSettlementRules, seeSettlements } from '../permissions.js';
import { settlementRules, whomRulesTouch } from '../store/rules.js';

/** The rules of settlements, with what held before and what is to hold. */
export const settlementRuleActions = parameterActions({
  module: 'settlements',
  store: settlementRules,
  see: seeSettlements,
  keep: keepSettlementRules,
  titles: {
    looked: { lv: 'Apskatīti pašvaldību norēķinu noteikumi', en: 'Rules of settlements between municipalities looked at' },
    changed: { lv: 'Mainīts pašvaldību norēķinu noteikums', en: 'Rule of settlements between municipalities changed' },
    takenBack: { lv: 'Atsaukta plānota norēķinu noteikuma maiņa', en: 'Planned change of a rule of settlements taken back' },
  },
  touches: whomRulesTouch,
});

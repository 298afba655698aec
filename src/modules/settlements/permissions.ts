import { permission } from '#platform/actions/permission.js';

export const seeSettlements = permission('settlements.see', { lv: 'Redzēt savas pašvaldības norēķinus ar citām par izglītojamiem', en: 'See the settlements of one’s municipality with others for learners' });
export const keepSettlements = permission('settlements.keep', {
  lv: 'Gatavot iestāžu izmaksu tāmes un norēķinu pārskatus, apstrīdēt un saskaņot saņemtos',
  en: 'Prepare cost sheets of institutions and statements of settlements, dispute and agree those received',
});
export const approveCosts = permission('settlements.approve', { lv: 'Apstiprināt iestāžu izmaksu tāmes norēķiniem', en: 'Approve cost sheets of institutions for settlements' });
export const keepSettlementRules = permission('settlements.keep-rules', { lv: 'Mainīt pašvaldību norēķinu noteikumus', en: 'Change the rules of settlements between municipalities' });

export const SETTLEMENTS_PERMISSIONS = [seeSettlements, keepSettlements, approveCosts, keepSettlementRules] as const;

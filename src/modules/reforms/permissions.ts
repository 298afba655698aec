import { permission } from '#platform/actions/permission.js';

export const operate = permission('reforms.operate', { lv: 'Sagatavot, izmēģināt un īstenot teritoriālās reformas', en: 'Prepare, rehearse and apply territorial reforms' });
export const decide = permission('reforms.decide', { lv: 'Izlemt, ko reforma nevar izlemt no datiem', en: 'Decide what a reform cannot decide from data' });

import type { Text } from '#kernel/text.js';

export const CHOOSE_SUBJECT: Text = { lv: 'Izvēlieties priekšmetu, ko šis nosaukums nozīmē.', en: 'Choose the subject that this name means.' };
export const CHOOSE_CLASS: Text = { lv: 'Izvēlieties klasi, ko šis nosaukums nozīmē.', en: 'Choose the class that this name means.' };
export const NO_SUCH_SUBJECT: Text = { lv: 'Šāda priekšmeta klasifikatorā nav. Izvēlieties no saraksta.', en: 'There is no such subject in the classifier. Choose one of the list.' };
export const SURE: Text = { lv: 'Vēlreiz apstipriniet, ka nosaukums nozīmē šo priekšmetu.', en: 'Confirm once more that the name means this subject.' };
export const NO_SUCH_CLASS: Text = { lv: 'Šādas klases iestādei šajā mācību gadā nav. Izvēlieties no saraksta.', en: 'The institution has no such class in this school year. Choose one of the list.' };
export const NAME_NOT_WAITING: Text = { lv: 'Neviena rinda ar šādu nosaukumu vairs negaida.', en: 'No row with this name waits any more.' };
export const SAY_WHY: Text = { lv: 'Uzrakstiet, kādēļ: to redzēs kolēģi un reģistra pārzinis.', en: 'Write why: colleagues and the keeper of the register will see it.' };
export const NO_SUCH_ALIAS: Text = { lv: 'Šī atbilstība jau ir izbeigta vai nav jūsu iestādes.', en: 'This match has ended already, or is not your institution’s.' };
export const CHOOSE_SCHOOL: Text = { lv: 'Vispirms izvēlieties iestādi sadaļā “Iestādes un to e-žurnāli”.', en: 'First choose an institution under “Institutions and their e-journals”.' };
export const NOT_AGREED: Text = { lv: 'Par šo nosaukumu vairs nav vienprātības, vai tas jau attiecas uz visām iestādēm.', en: 'Schools no longer agree on this name, or it holds for all institutions already.' };

import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const NO_FILE: Text = { lv: 'Izvēlieties datni.', en: 'Choose a file.' };
export const NO_CLAIM: Text = { lv: 'Ielīmējiet adresi vai kodu no izdrukas.', en: 'Paste the address or the code from the printed copy.' };
export const UNREADABLE_SETTING: Text = {
  lv: 'Iestatījumā {name} norādīto sertifikātu datni nevar nolasīt. Administrators pārbauda datni un tās adresi.',
  en: 'The file of certificates named in the setting {name} cannot be read. An administrator checks the file and where it is.',
};
export const NEWER_IS_THERE: Text = { lv: 'Ir jau ielādēts {list}. Ielādējiet jaunāku izdevumu.', en: '{list} is loaded already. Load a later issue.' };
const LOADED_TWICE: Text = { lv: 'Šis saraksta izdevums jau ir ielādēts.', en: 'This issue of the list is loaded already.' };
export const NO_SUCH_LIST: Text = { lv: 'Šāda saraksta nav.', en: 'There is no such list.' };

export const CHECKING_CONSTRAINTS: ConstraintTexts = {
  an_issue_of_a_list_is_loaded_once: LOADED_TWICE,
  one_trusted_list_of_a_territory_counts: LOADED_TWICE,
};

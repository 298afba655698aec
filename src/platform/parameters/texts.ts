import type { Text } from '#kernel/text.js';

export const NO_SUCH_PARAMETER: Text = { lv: 'Tādas vērtības nav. Atveriet sarakstu no jauna.', en: 'There is no such value. Open the list again.' };
export const FOR_THE_COUNTRY: Text = { lv: 'Šīs vērtības der visai valstij, tāpēc tās maina tas, kam tiesības ir visā valstī.', en: 'These values hold for the whole country, so they are changed by who has the right everywhere.' };
export const IN_THE_PAST: Text = { lv: 'Mainīt var no šodienas vai vēlākas dienas: kas jau bija spēkā, paliek.', en: 'It can change from today or a later day: what has held already stays.' };
export const OUT_OF_RANGE: Text = { lv: 'Te der vērtība no {least} līdz {most}. Norādīts: {value}.', en: 'A value from {least} to {most} fits here. You gave {value}.' };
export const ONE_NUMBER: Text = { lv: 'Norādiet vienu skaitli.', en: 'Give one number.' };
export const TOO_MANY: Text = { lv: 'Norādiet ne vairāk kā {upTo} skaitļus.', en: 'Give {upTo} numbers at most.' };
export const ALREADY_SO: Text = { lv: 'Šajā dienā jau ir spēkā tieši šī vērtība, un citas nav plānots.', en: 'This very value holds on that day already, and no other is planned.' };
export const CHANGED_MEANWHILE: Text = { lv: 'Kamēr lasījāt, vērtību mainīja kāds cits. Apskatiet, kas tagad ir spēkā, un apstipriniet no jauna.', en: 'While you were reading somebody else changed the value. See what is in force now, and confirm anew.' };
export const HAS_BEGUN: Text = { lv: 'Vērtība jau ir spēkā, tāpēc to nevar atsaukt. Nosakiet citu vērtību no šodienas vai vēlākas dienas.', en: 'The value is in force already and cannot be taken back. Set another from today or a later day.' };
export const ON_DAY: Text = { lv: 'Ar {day} tas nebūtu saskaņā ar citu vērtību.', en: 'From {day} it would contradict another value.' };

import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const REQUIRED: Text = { lv: 'Lauks ir jāaizpilda.', en: 'This field is required.' };
export const NO_SUCH_JOURNAL: Text = { lv: 'Šāda e-žurnāla reģistrā nav.', en: 'There is no such e-journal in the register.' };
export const NO_JOURNAL_OF_YOURS: Text = { lv: 'Šis tehniskais lietotājs nav piesaistīts nevienam reģistrētam e-žurnālam.', en: 'This technical user belongs to no registered e-journal.' };
export const NO_SUCH_CONFIRMATION: Text = { lv: 'Šāda apstiprinājuma nav, vai tas nav jūsu pārziņā.', en: 'There is no such confirmation, or it is not in your charge.' };
export const NO_SUCH_CONTACT: Text = { lv: 'Šī kontaktpersona jau ir noņemta.', en: 'This contact has been removed already.' };
export const NO_SUCH_ADDRESS: Text = { lv: 'Šādas vecās adreses sarakstā nav.', en: 'There is no such old address in the list.' };
export const NO_SUCH_USER: Text = { lv: 'Šāda lietotāja nav. Pārbaudiet lietotājvārdu.', en: 'There is no such user. Check the login.' };
export const NOT_A_MACHINE: Text = {
  lv: 'Ar šo lietotāju pierakstās cilvēks. E-žurnālam izveidojiet atsevišķu tehnisko lietotāju ar lomu “E-žurnāls (sistēma)”.',
  en: 'A person signs in as this user. Create a technical user of its own for the e-journal, with the role “E-journal (system)”.',
};
export const CHANGED_MEANWHILE: Text = { lv: 'Žurnāla stāvoklis pa šo laiku mainījies. Atveriet kartīti vēlreiz.', en: 'The state of the journal changed meanwhile. Open its page again.' };
export const NO_SUCH_STATE_NEXT: Text = { lv: 'No šī stāvokļa uz tādu pāriet nevar. Slēgtu žurnālu neatjauno: reģistrējiet jaunu.', en: 'This state does not lead there. A closed journal is not opened again: register a new one.' };
export const NOT_REGISTERED: Text = { lv: 'Šis e-žurnāls nav reģistrēts vai ir apturēts. Izvēlieties citu vai jautājiet reģistra pārzinim.', en: 'This e-journal is not registered, or suspended. Choose another one or ask the keeper of the register.' };
export const TOO_EARLY: Text = { lv: 'Diena ir pirms iestādes dibināšanas vai vairāk nekā gadu atpakaļ.', en: 'The day lies before the institution was founded, or more than a year back.' };
export const BEFORE_IT_BEGAN: Text = { lv: 'Izbeigt var no dienas, kad apstiprinājums sākās, vai vēlāk.', en: 'It can be ended from the day on which it began, or later.' };
export const ENDED_ALREADY: Text = { lv: 'Šis apstiprinājums jau ir izbeigts.', en: 'This confirmation has been ended already.' };
export const END_IN_THE_PAST: Text = { lv: 'Pagātnē izbeigt nevar: kas jau saņemts, paliek. Norādiet šodienu vai vēlāku dienu.', en: 'It cannot be ended in the past: what was received stays. Give today or a later day.' };
export const NOTICE_TOO_SHORT: Text = { lv: 'Vecajai adresei jāatbild vēl vismaz 90 dienas, lai e-žurnāli paspēj pārkārtoties.', en: 'The old address has to answer for at least 90 more days, so that e-journals have time to change.' };
export const NEW_ADDRESS_IS_OLD: Text = { lv: 'Šī jaunā adrese pati ir pārcelta. Norādiet to, kas atbild tagad.', en: 'This new address has itself moved. Give the one that answers now.' };
export const OLD_ADDRESS_SHAPE: Text = { lv: 'Vecajam ceļam jāsākas ar /api/ un beigās nedrīkst būt “/”, piemēram, /api/v0/intake.', en: 'The old path begins with /api/ and does not end with “/”, as in /api/v0/intake.' };
export const NEW_ADDRESS_SHAPE: Text = { lv: 'Jaunajam ceļam jāsākas ar /api/ vai /ims/ un beigās nedrīkst būt “/”.', en: 'The new path begins with /api/ or /ims/ and does not end with “/”.' };

export const JOURNAL_CONSTRAINTS: ConstraintTexts = {
  journal_code_has_its_shape: { lv: 'Kodu veido mazie latīņu burti, cipari un defises, sākot ar burtu.', en: 'A code is of small Latin letters, digits and hyphens, and begins with a letter.' },
  journal_code_belongs_to_one: { lv: 'E-žurnāls ar šādu kodu jau ir reģistrēts. Izvēlieties citu kodu.', en: 'An e-journal with this code is registered already. Choose another code.' },
  technical_user_of_one_journal: { lv: 'Ar šo tehnisko lietotāju jau strādā cits e-žurnāls. Katram izveidojiet savu.', en: 'Another e-journal already works with this technical user. Create one for each.' },
  journal_confirmed_once_at_a_time: { lv: 'Šis e-žurnāls šajās dienās iestādei jau ir apstiprināts.', en: 'This e-journal is already confirmed for the institution on these days.' },
  contact_has_an_address: { lv: 'Norādiet pilnu e-pasta adresi.', en: 'Give a whole e-mail address.' },
  an_address_moves_once: { lv: 'Šīs adreses pārcelšana jau ir izziņota.', en: 'The move of this address has been announced already.' },
  address_ends_after_it_moved: { lv: 'Vecā adrese nevar beigties pirms dienas, kad tā kļūst novecojusi.', en: 'The old address cannot end before the day on which it becomes old.' },
  one_meaning_of_a_subject_name: { lv: 'Šim nosaukumam kāds tikko jau izvēlējās priekšmetu. Atveriet lapu vēlreiz.', en: 'Someone has just chosen a subject for this name. Open the page again.' },
  one_meaning_of_a_class_name: { lv: 'Šim nosaukumam kāds tikko jau izvēlējās klasi. Atveriet lapu vēlreiz.', en: 'Someone has just chosen a class for this name. Open the page again.' },
};

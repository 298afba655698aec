import { error } from './entry.js';

/** Findings about records that do not fit themselves or each other. */
export const RELATION_FINDINGS = {
  'dates-reversed': error({ lv: 'Beigu diena ir pirms sākuma dienas.', en: 'The last day lies before the first.' }, { lv: 'Izlabojiet kādu no dienām.', en: 'Correct one of the days.' }),
  'subjects-and-codes-differ': error(
    { lv: 'Mācību priekšmetu un to kodu ir dažāds skaits.', en: 'There are not as many subject codes as subjects.' },
    { lv: 'Katram priekšmetam norādiet savu kodu tajā pašā secībā.', en: 'Give each subject its code, in the same order.' },
  ),
  'range-reversed': error(
    { lv: 'Mazākais vērtējums ir lielāks par lielāko.', en: 'The least score is greater than the greatest.' },
    { lv: 'Izlabojiet robežas.', en: 'Correct the limits.' },
  ),
  'duplicate-id': error(
    { lv: 'Tāds identifikators šajā failā jau ir.', en: 'The file already has this identifier.' },
    { lv: 'Katram ierakstam dodiet savu sourcedId vai izņemiet dublikātu.', en: 'Give each record its own sourcedId, or take the duplicate out.' },
    { lv: 'Unikāls identifikators', en: 'A unique identifier' },
  ),
  'target-file-absent': error(
    { lv: 'Kolonna norāda uz ierakstiem failā, kura paketē nav.', en: 'The column names records of a file that is not in the package.' },
    { lv: 'Pievienojiet failu, vai sūtiet izmaiņas (delta) papildus agrākai paketei.', en: 'Add the file, or send changes (delta) to an earlier package.' },
  ),
  'target-missing': error(
    { lv: 'Norādītā ieraksta nav.', en: 'The record named does not exist.' },
    { lv: 'Izlabojiet identifikatoru vai pievienojiet trūkstošo ierakstu.', en: 'Correct the identifier or add the missing record.' },
  ),
  'school-not-a-school': error(
    { lv: 'Skolas vietā norādīta organizācija, kas nav skola.', en: 'An organisation that is not a school stands in place of the school.' },
    { lv: 'Norādiet organizāciju, kuras type ir school.', en: 'Name an organisation whose type is school.' },
  ),
  'course-session-not-school-year': error(
    { lv: 'Kursa mācību gads nav schoolYear laikposms.', en: 'The school year of the course is not a session of type schoolYear.' },
    { lv: 'Norādiet laikposmu, kura type ir schoolYear, vai atstājiet tukšu.', en: 'Name a session whose type is schoolYear, or leave it empty.' },
  ),
  'line-item-in-school-year': error(
    { lv: 'Vērtējums piesaistīts mācību gadam, bet standarts to neatļauj.', en: 'The line item hangs on a school year, which the standard forbids.' },
    { lv: 'Norādiet pusgadu vai periodu; gada vērtējumam izveidojiet savu laikposmu ar citu type.', en: 'Name a semester or grading period; for the year mark make a session of its own with another type.' },
  ),
  'score-out-of-range': error(
    { lv: 'Vērtējums ir ārpus robežām, ko nosaka lineItem.', en: 'The score lies outside the limits of its line item.' },
    { lv: 'Izlabojiet vērtējumu vai robežas. Neizlikts vērtējums ir tukšs score ar scoreStatus “not submitted”.', en: 'Correct the score or the limits. A mark not given is an empty score with scoreStatus “not submitted”.' },
  ),
  'result-class-differs': error(
    { lv: 'Rezultāta klase nav tā, kurai dots vērtējamais darbs.', en: 'The class of the result is not that of its line item.' },
    { lv: 'Norādiet to pašu klasi vai atstājiet tukšu.', en: 'Name the same class or leave it empty.' },
  ),
  'student-not-enrolled': error(
    { lv: 'Skolēns nav piederīgs klasei, kurai ir šis vērtējums.', en: 'The student is not enrolled in the class of this result.' },
    { lv: 'Pievienojiet rindu failā enrollments.csv (arī tad, ja skolēns klasi atstājis: ar endDate) vai izlabojiet klasi.', en: 'Add a row to enrollments.csv (also for a student who has left: with endDate), or correct the class.' },
  ),
  'second-primary-role': error(
    { lv: 'Lietotājam vienā organizācijā ir vairāk nekā viena galvenā loma.', en: 'A user has more than one primary role in an organisation.' },
    { lv: 'Atstājiet vienu primary; pārējās rakstiet secondary.', en: 'Keep one primary and write secondary for the others.' },
  ),
  'primary-org-without-role': error(
    { lv: 'Lietotājam nav lomas viņa galvenajā organizācijā.', en: 'The user has no role in their primary organisation.' },
    { lv: 'Pievienojiet lomu failā roles.csv vai izlabojiet primaryOrgSourcedId.', en: 'Add a role to roles.csv, or correct primaryOrgSourcedId.' },
  ),
} as const;

export type RelationCode = keyof typeof RELATION_FINDINGS;

import { readablePersonCode } from '#kernel/person-code.js';
import type { WebRoute } from '#web/page-route.js';
import { correctAddress } from '../../actions/correct-address.js';
import { correctCode } from '../../actions/correct-code.js';
import { correctGuardianship } from '../../actions/correct-guardianship.js';
import { correctName } from '../../actions/correct-name.js';
import { openAddressEntry, openCodeEntry, openGuardianshipEntry, openNameEntry, openProtectionEntry } from '../../actions/open-forms.js';
import { correctProtection } from '../../actions/protect-person.js';
import { withdrawEntry, withdrawProtection } from '../../actions/withdraw-entry.js';
import { Address, Guardianship, protectionWords, wholeName } from '../card-sections.js';
import { AddressFields, CodeFields, GuardianshipFields, NameFields, ProtectionFields } from '../record/fields.js';
import { UNTIL_HINT } from '../record/guardianship.js';
import { correctBirthRoute } from './birth.js';
import { correctDeathRoute, withdrawDeathRoute } from './death.js';
import { entryPages } from './entry-pages.js';

/** Where what was recorded wrongly is put right. */
export const correctRoutes: readonly WebRoute[] = [
  ...entryPages({
    segment: 'names',
    history: 'name',
    title: { lv: 'Vārda ieraksta labošana', en: 'Correcting a name' },
    withdrawal: { lv: 'Vārda ieraksta atsaukšana', en: 'Taking a name back' },
    load: openNameEntry,
    correct: correctName,
    withdraw: withdrawEntry,
    words: wholeName,
    fields: (field) => <NameFields field={field} />,
    chained: true,
    rowsOf: ({ card }) => card.names,
  }),
  ...entryPages({
    segment: 'codes',
    history: 'code',
    title: { lv: 'Personas koda ieraksta labošana', en: 'Correcting a personal code' },
    withdrawal: { lv: 'Personas koda ieraksta atsaukšana', en: 'Taking a personal code back' },
    load: openCodeEntry,
    correct: correctCode,
    withdraw: withdrawEntry,
    words: (row) => readablePersonCode(row.code),
    fields: (field, _, { row }) => <CodeFields field={(name) => field(name, name === 'code' ? readablePersonCode(row.code) : '')} />,
    chained: true,
    rowsOf: ({ card }) => card.codes,
  }),
  ...entryPages({
    segment: 'addresses',
    history: 'address',
    title: { lv: 'Dzīvesvietas ieraksta labošana', en: 'Correcting an address' },
    withdrawal: { lv: 'Dzīvesvietas ieraksta atsaukšana', en: 'Taking an address back' },
    load: openAddressEntry,
    correct: correctAddress,
    withdraw: withdrawEntry,
    words: (row) => <Address row={row} />,
    fields: (field, view, { units }) => <AddressFields view={view} field={field} units={units} />,
    chained: true,
    rowsOf: ({ card }) => card.addresses,
  }),
  ...entryPages({
    segment: 'guardianships',
    history: 'guardianship',
    title: { lv: 'Bērna pārstāvības ieraksta labošana', en: 'Correcting who acts for the child' },
    withdrawal: { lv: 'Bērna pārstāvības ieraksta atsaukšana', en: 'Taking back who acts for the child' },
    load: openGuardianshipEntry,
    correct: correctGuardianship,
    withdraw: withdrawEntry,
    words: (row, view, { card }) => <Guardianship view={view} row={row} personId={card.person.id} />,
    fields: (field, _, { row }) => <GuardianshipFields field={field} kept={row.guardianId !== null} />,
    chained: false,
    openEnd: UNTIL_HINT,
    rowsOf: ({ card }) => card.guardianships,
  }),
  ...entryPages({
    segment: 'protections',
    history: 'protection',
    title: { lv: 'Datu aizsardzības ieraksta labošana', en: 'Correcting the protection of data' },
    withdrawal: { lv: 'Datu aizsardzības ieraksta atsaukšana', en: 'Taking the protection of data back' },
    load: openProtectionEntry,
    correct: correctProtection,
    withdraw: withdrawProtection,
    words: (row, view) => protectionWords(view)(row),
    fields: (field) => <ProtectionFields field={field} />,
    chained: false,
    openEnd: { lv: 'Ja nav norādīta, aizsardzība turpinās', en: 'The protection goes on when not given' },
    rowsOf: ({ card }) => card.protections,
  }),
  correctBirthRoute,
  correctDeathRoute,
  withdrawDeathRoute,
];

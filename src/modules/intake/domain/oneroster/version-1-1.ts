import type { Text } from '#kernel/text.js';
import { UnreadablePackage } from '../unreadable-package.js';

/** Columns that only version 1.1 has, by file. */
const ONLY_IN_1_1: Readonly<Record<string, readonly string[]>> = { 'users.csv': ['orgSourcedIds', 'role'], 'lineItems.csv': ['gradingPeriodSourcedId'] };

/** Whether a header is of version 1.1, for a package whose manifest does not say. */
export const isHeaderOf11 = (file: string, cells: readonly string[]): boolean => (ONLY_IN_1_1[file] ?? []).some((column) => cells.includes(column));

/** Files whose header tells the version. */
export const TELLTALES: readonly string[] = Object.keys(ONLY_IN_1_1);

export const refuse11 = (): UnreadablePackage => new UnreadablePackage('oneroster-1-1', IS_1_1, CHANGES);
export const refuseVersion = (version: string): UnreadablePackage =>
  new UnreadablePackage('oneroster-version-unknown', {
    lv: `Satura saraksts sauc OneRoster versiju ${version}; mēs lasām 1.2. Eksportējiet paketi šajā versijā.`,
    en: `The manifest names OneRoster version ${version}; we read 1.2. Export the package in that version.`,
  });

const IS_1_1: Text = {
  lv: 'Šī ir OneRoster 1.1 pakete; mēs lasām versiju 1.2. Zemāk ir teikts, kas jāmaina.',
  en: 'This is a OneRoster 1.1 package; we read version 1.2. What to change is said below.',
};

const CHANGES: readonly Text[] = [
  { lv: 'manifest.csv: rakstiet oneroster.version,1.2 un nosauciet visus 21 datu failu (neesošos ar absent).', en: 'manifest.csv: write oneroster.version,1.2 and name all 21 data files (those not there with absent).' },
  { lv: 'users.csv: izņemiet kolonnas role un orgSourcedIds; katru lomu rakstiet savā rindā failā roles.csv (userSourcedId, roleType, role, orgSourcedId).', en: 'users.csv: take the columns role and orgSourcedIds out; write each role as a row of roles.csv (userSourcedId, roleType, role, orgSourcedId).' },
  { lv: 'users.csv: pievienojiet userMasterIdentifier, preferredGivenName, preferredMiddleName, preferredFamilyName, primaryOrgSourcedId, pronouns šādā secībā aiz password.', en: 'users.csv: add userMasterIdentifier, preferredGivenName, preferredMiddleName, preferredFamilyName, primaryOrgSourcedId, pronouns in this order behind password.' },
  { lv: 'lineItems.csv: gradingPeriodSourcedId vietā rakstiet academicSessionSourcedId (ne schoolYear) un beigās pievienojiet schoolSourcedId.', en: 'lineItems.csv: write academicSessionSourcedId (no schoolYear) in place of gradingPeriodSourcedId and add schoolSourcedId at the end.' },
];

/** What others may ask of the intake. */
export { journalAddresses } from './journal-addresses.js';
export { mountOneRoster } from './api/oneroster/mount.js';
export { loadMadeUpJournals, MADE_UP_JOURNALS } from './actions/load-made-up-journals.js';

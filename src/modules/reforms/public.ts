/** What the app and others may ask of the reforms. */
export { carryOutReform } from './actions/carry-out-reform.js';
export { rehearseAtOnce } from './actions/foretell.js';

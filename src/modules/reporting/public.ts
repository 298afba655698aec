/** What other modules may ask of the reports. */
export { countInstitutionsUnder, type InstitutionsUnder } from './actions/institutions-by-municipality.js';

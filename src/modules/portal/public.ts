/** What others may ask about the results portal. */
export { countryTableOf } from './actions/sender.js';

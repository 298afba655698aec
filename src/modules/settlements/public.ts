export { makeUpSettlements } from './actions/load-demo.js';

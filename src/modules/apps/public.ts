/** What others may ask about the programs that people and machines enter through Vienkopus. */
export { identifyMachine } from './identify-machine.js';
export { mountApps } from './mount.js';
export { loadDemoMachines } from './actions/load-demo-machines.js';
export { appsInReform } from './reform-participant.js';

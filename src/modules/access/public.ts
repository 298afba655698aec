/** What others may ask about users and their rights. */
export { actorOf } from './actions/actor-of.js';
export { loadDemoUsers, loadMadeUpUsers } from './actions/load-made-up-users.js';
export { insertGrantsAnew } from './store/load-users.js';
export { usersToTellOf } from './actions/users-to-tell.js';
export { demoUsers } from './domain/demo-users.js';
export { identifyBy } from './identity.js';
export { accessInReform } from './reform-participant.js';

/** What others may ask about users and their rights. */
export { actorOf } from './actions/actor-of.js';
export { type DemoLoadSettings, loadDemoUsers, loadMadeUpUsers, type UserLoadSettings } from './actions/load-made-up-users.js';
export { insertGrantsAnew } from './store/load-users.js';
export { usersToTellOf } from './actions/users-to-tell.js';
export { type DemoUser, demoUsers } from './domain/demo-users.js';
export { grantEnded, grantGiven } from './events.js';
export { identifyBy } from './identity.js';
export { accessInReform } from './reform-participant.js';
export type { UserToTell } from './store/reform.js';

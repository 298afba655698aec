/** What others may ask about users and their rights. */
export { type PlaceChoice, placesOf } from './actions/here.js';
export { createResident } from './actions/create-resident.js';
export { provePerson } from './actions/follow-names.js';
export { endGrantEarly, giveGrant } from './actions/give-grant.js';
export { joinUsers } from './actions/join-users.js';
export { ownUserId } from './actions/own-user.js';
export { PlaceInput, PositionInput, writtenPlace } from './actions/place-input.js';
export { placeFields, resolvePlace } from './actions/resolve-place.js';
export { getUserInScope } from './actions/users.js';
export { covers, widenScope } from './actions/widen-scope.js';
export { type Parameters } from './domain/parameters.js';
export { userCreated, userEmailChanged, usersJoined, userSuspended } from './events.js';
export { editParameters, editRoles, grantRights, manageUsers } from './permissions.js';
export { ActorRow, actorOfRow, findActor, provenPerson, rightsOf } from './store/actor.js';
export { getParameters } from './store/parameters.js';
export {
  countWouldConcern,
  endRequirement,
  insertRequirement,
  isRequired,
  listOwnRequirements,
  listRequirements,
  type OwnRequirementRow,
  recordMet,
  type RequirementRow,
  unmetOf,
  withdrawMet,
} from './store/requirements.js';
export { roleChoices } from './domain/role-choices.js';
export { listRoles, listRolesFor, type RoleRow } from './store/roles.js';
export { holdsPermissionAt, holdsRoleAt, isGrantLive, isRole, roleTitle } from './store/fragments.js';
export { listHolders, listHoldersAt, listInstitutionsHolding } from './store/holders.js';
export { findActiveUser, listReachableUsers, type UserOfPerson } from './store/users-of-persons.js';
export { inScope } from './store/scope.js';
export { findUserByLogin, markSignedIn } from './store/users.js';
export { actorOf } from './actions/actor-of.js';
export { workingPersonId } from './actions/working-person.js';
export { bindDemoUsers, loadDemoMachineUsers, loadDemoUsers, loadMadeUpUsers } from './actions/load-made-up-users.js';
export { insertGrantsAnew, listAccountOwners, listTakenLogins } from './store/load-users.js';
export { usersToTellOf } from './actions/users-to-tell.js';
export { type DemoUser, demoUsers } from './domain/demo-users.js';
export { accessInReform } from './reform-participant.js';

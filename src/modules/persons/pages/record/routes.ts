import type { WebRoute } from '#web/page-route.js';
import { addressRoute } from './address.js';
import { codeRoute } from './code.js';
import { deathRoute } from './death.js';
import { endGuardianshipRoute, guardianshipRoute } from './guardianship.js';
import { recordsRoute } from './hub.js';
import { nameRoute } from './name.js';
import { endProtectionRoute, protectionRoute } from './protection.js';

/** Where new facts about a person are recorded. */
export const recordRoutes: readonly WebRoute[] = [
  recordsRoute, addressRoute, nameRoute, codeRoute, guardianshipRoute, endGuardianshipRoute, deathRoute, protectionRoute, endProtectionRoute,
];

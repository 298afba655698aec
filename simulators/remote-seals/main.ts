import { alone } from '../alone.js';
import { openTrustAuthority } from '../trust-services/authority.js';
import { startRemoteSeals } from './simulator.js';

await alone(async ({ port, folder, clock }) => startRemoteSeals({ port, authority: await openTrustAuthority(folder), clock }));

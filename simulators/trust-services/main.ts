import { writeFileSync } from 'node:fs';
import { alone } from '../alone.js';
import { startTrustServices } from './simulator.js';

const SEAL_FILE = process.env['SEAL_FILE'];

await alone(async (wishes) => {
  const services = await startTrustServices(wishes);
  if (SEAL_FILE) writeFileSync(SEAL_FILE, services.seal('seal-rsa'), { mode: 0o600 });
  return services;
});

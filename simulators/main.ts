// All outside systems of the demonstration in one process: `node --import tsx simulators/main.ts`.
// Says its settings in one line of JSON, and ends with whoever started it (when its input closes).
import { systemClock } from '#kernel/clock.js';
import { type Ports, startSimulators } from './start.js';

const { SIMULATOR_PORTS, SIMULATOR_FOLDER = 'var/simulators', NOW, PORT = '3000', PUBLIC_URL = `http://localhost:${PORT}` } = process.env;
// Only the difference to the machine's clock is taken, as src/app/config.ts does.
const shiftMs = NOW ? Date.parse(NOW) - systemClock().now().getTime() : 0;
const simulators = await startSimulators({ ports: SIMULATOR_PORTS ? (JSON.parse(SIMULATOR_PORTS) as Ports) : {}, folder: SIMULATOR_FOLDER, clock: systemClock(shiftMs), vienkopus: PUBLIC_URL });
process.stdout.write(`${JSON.stringify({ settings: simulators.settings, ports: simulators.ports })}\n`);

const end = () => void simulators.stop().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.stdin.on('end', end).on('error', end).resume();

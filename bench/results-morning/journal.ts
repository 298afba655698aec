import { once } from 'node:events';
import { systemClock } from '#kernel/clock.js';
import { startEJournal } from '../../simulators/e-journal/simulator.js';
import type { Person } from '../../simulators/people.js';

/** The made-up e-journal in a process of its own: what it takes is not counted as ours. It ends when its parent lets go. */
const [people] = (await once(process, 'message')) as [readonly Person[]];
const journal = await startEJournal({ port: 0, id: 'e-klase', title: 'E-klase', people, clock: systemClock() });
process.send!(journal.settings);
process.once('disconnect', () => process.exit());

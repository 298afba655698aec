import { alone } from '../alone.js';
import { DEMO_PEOPLE } from '../people.js';
import { startLatvijaLv } from './simulator.js';

await alone((wishes) => startLatvijaLv({ ...wishes, people: Object.values(DEMO_PEOPLE) }));

import { alone } from '../alone.js';
import { DEMO_PEOPLE } from '../people.js';
import { startEparaksts } from './simulator.js';

await alone((wishes) => startEparaksts({ ...wishes, people: Object.values(DEMO_PEOPLE) }));

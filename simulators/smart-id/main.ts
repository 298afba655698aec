import { alone } from '../alone.js';
import { DEMO_PEOPLE } from '../people.js';
import { startSmartId } from './simulator.js';

await alone((wishes) => startSmartId({ ...wishes, people: Object.values(DEMO_PEOPLE) }));

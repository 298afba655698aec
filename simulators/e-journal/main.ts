import { alone } from '../alone.js';
import { PUPILS } from '../people.js';
import { startEJournal } from './simulator.js';

const { JOURNAL = 'e-klase' } = process.env;
await alone((wishes) => startEJournal({ ...wishes, id: JOURNAL, title: JOURNAL === 'mykoob' ? 'Mykoob' : 'E-klase', people: PUPILS }));

import type { Write } from '#platform/db/transaction.js';
import { setMadeUpPasswords } from '../store/passwords.js';

/** argon2id of the demonstration's one password (19 MiB, 2 passes), computed once: 15,000 users share it. Refused in production. */
const DEMO_PASSWORD_HASH = '$argon2id$v=19$m=19456,t=2,p=1$wehqYO2RfnJLqyuoqLlaTQ$a3n9i2DDVoWDaV4zWfJRFNpvhjVWPmV7ZyjZylXpiXI';

/** Lets every made-up user in by the password of the demonstration. */
export const giveDemoPasswords = (tx: Write): Promise<number> => setMadeUpPasswords(tx, DEMO_PASSWORD_HASH);

/** What PostgreSQL writes when it cannot start, and what the operator can do about it. */
const remedies: readonly (readonly [said: RegExp, remedy: string])[] = [
  [/No space left on device|Check free disk space|Disk quota exceeded/, 'The disk is full: free some space and start again.'],
  [/wrong ownership|Permission denied|EACCES/, 'The files belong to another user: start as their owner or as root.'],
  [/could not (bind|create any TCP)/, 'No port of 127.0.0.1 could be had: is a firewall or a container in the way?'],
  [/pre-existing shared memory/, 'Processes of an earlier server still run on these data: wait for them or end them, and start again.'],
  [/could not (create|resize) shared memory|Cannot allocate memory/, 'There is too little memory.'],
  [/ENOENT|GLIBC|cannot open shared object/, 'The programs do not fit this system (they need glibc): set DATABASE_URL to a PostgreSQL 18 or newer.'],
  [/EPERM|Operation not permitted/, 'We may not change to an account without privileges: start as an ordinary user.'],
];

/** An error that says what failed, what to do, where, and the last words of PostgreSQL itself. */
export function failure(what: string, said: string, where: string): Error {
  const remedy = remedies.find(([words]) => words.test(said))?.[1] ?? '';
  const lastWords = said.trim().split('\n').slice(-6).join('\n');
  return new Error(`${what} (${where}). ${remedy}\n${lastWords}`);
}

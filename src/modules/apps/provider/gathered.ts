import type { Database } from '#platform/db/database.js';
import { gathering } from '#platform/db/gathering.js';
import { artifactKey, type Issued, saveIssued } from '../store/artifacts.js';
import { type BroughtCode, type CodeRow, type Entry, type EntryRow, readForCodes, readForEntries } from '../store/read-ahead.js';

/** What requests to the provider ask of the database, each for itself; those at the same moment share a statement. */
export interface Gathered {
  /** What entering a program needs. */
  entry(asked: Entry): Promise<EntryRow>;
  /** What exchanging a code needs. */
  code(brought: BroughtCode): Promise<CodeRow>;
  /** Saves what a request issued; false where what it used up had been used up before, and then nothing is saved. */
  save(issued: Issued): Promise<boolean>;
}

const all = new WeakMap<Database, Gathered>();

export function gatheredOf(database: Database): Gathered {
  const known = all.get(database);
  if (known) return known;
  const made: Gathered = {
    entry: gathering((asked) => readForEntries(database.primary, asked)),
    code: gathering((brought) => readForCodes(database.primary, brought)),
    save: gathering((issued) => saveInTurn(database, issued), { lanes: 4 }),
  };
  all.set(database, made);
  return made;
}

/** One statement cannot write the same twice; where two do, the second follows in the next, in one transaction: all of it is saved, or nothing and each is tried by itself. */
async function saveInTurn(database: Database, issued: readonly Issued[]): Promise<boolean[]> {
  const first = distinctFrom(issued, 0);
  if (first.length === issued.length) return saveIssued(database.autocommit, issued);
  return database.transaction(async (tx) => {
    const saved = await saveIssued(tx, first);
    while (saved.length < issued.length) saved.push(...(await saveIssued(tx, distinctFrom(issued, saved.length))));
    return saved;
  });
}

/** As many, in their order, as write nothing twice. */
function distinctFrom(issued: readonly Issued[], start: number): readonly Issued[] {
  const written = new Set<string>();
  let end = start;
  for (const { all: artifacts, used } of issued.slice(start)) {
    const keys = [...artifacts, ...(used ? [used] : [])].map(({ model, idHash }) => artifactKey(model, idHash));
    if (keys.some((key) => written.has(key))) break;
    for (const key of keys) written.add(key);
    end += 1;
  }
  return issued.slice(start, end);
}

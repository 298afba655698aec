/// <reference lib="dom" />
import type { Text } from '#kernel/text.js';

/** What this device keeps of one packet. The private key is in `keys`, and the browser exports it to nobody. */
export interface Kept {
  readonly id: string;
  readonly of: { readonly year: number; readonly stage: string; readonly term: string };
  readonly session: Text;
  readonly opensAt: string;
  readonly keys: CryptoKeyPair;
  readonly withCertificates: boolean;
  readonly packet?: Uint8Array<ArrayBuffer>;
  /** The release key, once it has opened the packet. */
  readonly key?: Uint8Array<ArrayBuffer>;
}

const STORE = 'packet';

/** The packets of this device. @throws where the browser keeps nothing */
export async function openStore() {
  const opening = indexedDB.open('results-packets', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
  const database = await done(opening);
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE);
  return {
    all: (): Promise<Kept[]> => done(store('readonly').getAll() as IDBRequest<Kept[]>),
    put: async (one: Kept): Promise<void> => void (await done(store('readwrite').put(one))),
    remove: async (id: string): Promise<void> => void (await done(store('readwrite').delete(id))),
  };
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

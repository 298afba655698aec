import koffi from 'koffi';
import { Pkcs11Error } from './pkcs11-error.js';

/** Attributes by their number (`CKA_…`) and their value as it lies in memory. */
export type Template = ReadonlyMap<number, Uint8Array>;

/** The few functions of a device's library that sealing needs. Handles are numbers of the library. @throws Pkcs11Error */
export interface Pkcs11Library {
  /** Slots that hold a token, each with the token's label. */
  tokens(): { readonly slot: number; readonly label: string }[];
  openSession(slot: number): number;
  logIn(session: number, pin: string): void;
  find(session: number, template: Template): number[];
  /** Null when the object has no such attribute, or does not show it. */
  attribute(session: number, object: number, type: number): Uint8Array | null;
  /** Off the main thread, as a card takes its time; one call at a time on a session. */
  sign(session: number, key: number, mechanism: number, data: Uint8Array): Promise<Uint8Array>;
  close(session: number): void;
}

/** Where a function stands in `CK_FUNCTION_LIST`, and its parameters after the name (OASIS PKCS #11 v2.40, pkcs11f.h). */
const FUNCTIONS = {
  C_Initialize: [0, 'CK_C_INITIALIZE_ARGS *args'],
  C_GetSlotList: [4, 'uint8_t withToken, _Out_ unsigned long *slots, _Inout_ unsigned long *count'],
  C_GetTokenInfo: [6, 'unsigned long slot, _Out_ uint8_t *info'],
  C_OpenSession: [12, 'unsigned long slot, unsigned long flags, void *application, void *notify, _Out_ unsigned long *session'],
  C_CloseSession: [13, 'unsigned long session'],
  C_Login: [18, 'unsigned long session, unsigned long user, const uint8_t *pin, unsigned long length'],
  C_GetAttributeValue: [24, 'unsigned long session, unsigned long object, _Inout_ CK_ATTRIBUTE *template, unsigned long count'],
  C_FindObjectsInit: [26, 'unsigned long session, CK_ATTRIBUTE *template, unsigned long count'],
  C_FindObjects: [27, 'unsigned long session, _Out_ unsigned long *objects, unsigned long most, _Out_ unsigned long *count'],
  C_FindObjectsFinal: [28, 'unsigned long session'],
  C_SignInit: [42, 'unsigned long session, CK_MECHANISM *mechanism, unsigned long key'],
  C_Sign: [43, 'unsigned long session, const uint8_t *data, unsigned long length, _Out_ uint8_t *signature, _Inout_ unsigned long *size'],
} as const;
type Name = keyof typeof FUNCTIONS;

// Structures as 64-bit Linux and macOS lay them out; on Windows they are packed, and numbers are shorter.
koffi.struct('CK_C_INITIALIZE_ARGS', { create: 'void *', destroy: 'void *', lock: 'void *', unlock: 'void *', flags: 'unsigned long', reserved: 'void *' });
koffi.struct('CK_ATTRIBUTE', { type: 'unsigned long', value: 'void *', length: 'unsigned long' });
koffi.struct('CK_MECHANISM', { mechanism: 'unsigned long', parameter: 'void *', length: 'unsigned long' });
const PROTOTYPES = Object.fromEntries(Object.entries(FUNCTIONS).map(([name, [, parameters]]) => [name, koffi.proto(`unsigned long ${name}(${parameters})`)]));

const CKF_OS_LOCKING_OK = 2;
const CKF_SERIAL_SESSION = 4;
const CKU_USER = 1;
const ALREADY = { CKR_CRYPTOKI_ALREADY_INITIALIZED: 0x191, CKR_USER_ALREADY_LOGGED_IN: 0x100 } as const;
/** Its first 32 bytes are the label, padded with spaces; the whole is shorter than this. */
const TOKEN_INFO_BYTES = 512;
const LABEL_BYTES = 32;
const MOST_FOUND = 64;
/** Longer than any signature. */
const SIGNATURE_BYTES = 2_048;
/** After the version, two bytes and padding. */
const [LIST_BEGINS, POINTER_BYTES] = [8, 8];

type Native = ((...args: unknown[]) => number) & { async(...args: unknown[]): void };

/** Loads the library of a device, such as `/usr/lib/softhsm/libsofthsm2.so`. Loaded twice it is the same. @throws Error when it is none */
export function pkcs11Library(file: string): Pkcs11Library {
  const list: unknown[] = [null];
  koffi.load(file).func('unsigned long C_GetFunctionList(_Out_ void **list)')(list);
  const functionOf = (name: Name) => koffi.decode(koffi.decode(list[0], LIST_BEGINS + POINTER_BYTES * FUNCTIONS[name][0], 'void *'), PROTOTYPES[name]!) as Native;
  const native = Object.fromEntries((Object.keys(FUNCTIONS) as Name[]).map((name) => [name, functionOf(name)])) as Record<Name, Native>;
  const call = (name: Name, args: readonly unknown[], allowed = 0) => {
    const code = native[name](...args);
    if (code !== 0 && code !== allowed) throw new Pkcs11Error(name, code);
  };
  call('C_Initialize', [{ create: null, destroy: null, lock: null, unlock: null, flags: CKF_OS_LOCKING_OK, reserved: null }], ALREADY.CKR_CRYPTOKI_ALREADY_INITIALIZED);

  return {
    tokens() {
      const count = [MOST_FOUND];
      const slots = new BigUint64Array(MOST_FOUND);
      call('C_GetSlotList', [1, slots, count]);
      return [...slots.subarray(0, count[0])].map((slot) => {
        const info = new Uint8Array(TOKEN_INFO_BYTES);
        call('C_GetTokenInfo', [slot, info]);
        return { slot: Number(slot), label: new TextDecoder().decode(info.subarray(0, LABEL_BYTES)).trimEnd() };
      });
    },
    openSession(slot) {
      const session = [0];
      call('C_OpenSession', [slot, CKF_SERIAL_SESSION, null, null, session]);
      return session[0]!;
    },
    logIn(session, pin) {
      const bytes = new TextEncoder().encode(pin);
      call('C_Login', [session, CKU_USER, bytes, bytes.length], ALREADY.CKR_USER_ALREADY_LOGGED_IN);
    },
    find(session, template) {
      call('C_FindObjectsInit', [session, [...template].map(([type, value]) => ({ type, value, length: value.length })), template.size]);
      const objects = new BigUint64Array(MOST_FOUND);
      const count = [0];
      call('C_FindObjects', [session, objects, MOST_FOUND, count]);
      call('C_FindObjectsFinal', [session]);
      return [...objects.subarray(0, count[0])].map(Number);
    },
    attribute(session, object, type) {
      const asked = [{ type, value: null as Uint8Array | null, length: 0 }];
      if (native.C_GetAttributeValue(session, object, asked, 1) !== 0) return null;
      const value = new Uint8Array(asked[0]!.length);
      call('C_GetAttributeValue', [session, object, [{ type, value, length: value.length }], 1]);
      return value;
    },
    async sign(session, key, mechanism, data) {
      call('C_SignInit', [session, { mechanism, parameter: null, length: 0 }, key]);
      const signature = new Uint8Array(SIGNATURE_BYTES);
      const size = [SIGNATURE_BYTES];
      const code = await new Promise<number>((done, fail) => native.C_Sign.async(session, data, data.length, signature, size, (error: Error | null, answer: number) => (error ? fail(error) : done(answer))));
      if (code !== 0) throw new Pkcs11Error('C_Sign', code);
      return signature.slice(0, size[0]);
    },
    close: (session) => call('C_CloseSession', [session]),
  };
}

/** A device's library said no: its return value (`CKR_…`) in hexadecimal, as PKCS#11 lists them. */
export class Pkcs11Error extends Error {
  readonly code: number;
  constructor(called: string, code: number) {
    super(`${called} of the device's library answered 0x${code.toString(16)}`);
    this.code = code;
  }
}

/** The device has no such token, key or certificate, or its key is another's. */
export class Pkcs11SetUp extends Error {}

import { Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { BatchTookTooLong, NotForProduction, Pkcs11Error, Pkcs11SetUp, TrustServiceError, UnprintableLetters } from '#platform/documents/public.js';
import { NoSeal } from './open-trust.js';

/** What holds a sealing up, in words, and whether the program should try again by itself. */
export interface Stuck {
  readonly why: Text;
  readonly mayPass: boolean;
  /** Whether it is a fault of the program, which whoever runs it must see in its log. */
  readonly isFault: boolean;
}

/** A sealing that cannot go on, with what a person is to do. */
export class CannotGoOn extends Error {
  readonly text: Text;
  readonly mayPass: boolean;
  constructor(text: Text, mayPass = false) {
    super(text.en);
    this.text = text;
    this.mayPass = mayPass;
  }
}

export function whyStuck(error: unknown): Stuck {
  if (error instanceof TrustServiceError) return { why: error.text, mayPass: error.mayPass, isFault: false };
  if (error instanceof CannotGoOn) return { why: error.text, mayPass: error.mayPass, isFault: false };
  if (error instanceof NoSeal || error instanceof Refusal || error instanceof UnprintableLetters) return { why: error.text, mayPass: false, isFault: false };
  if (error instanceof NotForProduction) return { why: FILE_IN_PRODUCTION, mayPass: false, isFault: false };
  if (error instanceof Pkcs11Error || error instanceof Pkcs11SetUp) return { why: { lv: `${DEVICE.lv} (${error.message})`, en: `${DEVICE.en} (${error.message})` }, mayPass: false, isFault: false };
  if (error instanceof BatchTookTooLong) return { why: TOO_LONG, mayPass: true, isFault: false };
  return { why: FAULT, mayPass: true, isFault: true };
}

const FILE_IN_PRODUCTION: Text = {
  lv: 'Zīmoga atslēga ir datnē, un tā der tikai paraugam. Administrators iestata ierīci vai attālinātu zīmogu.',
  en: 'The key of the seal is in a file, which is for demonstrations only. An administrator sets a device or a remote seal.',
};
const DEVICE: Text = { lv: 'Zīmoga ierīce neatbild, kā vajag. Administrators pārbauda ierīci un SEAL_PKCS11_… iestatījumus.', en: 'The device of the seal does not answer as it should. An administrator checks the device and the settings SEAL_PKCS11_….' };
const TOO_LONG: Text = { lv: 'Kopa ilga pārāk ilgi, tāpēc tā tiks apzīmogota no jauna mazākās kopās.', en: 'A batch took too long; it will be sealed anew in smaller batches.' };
const FAULT: Text = { lv: 'Programmas kļūda; tā ir žurnālā. Mēģinās vēlreiz pēc minūtes.', en: 'A fault of the program; it is in the log. It will be tried again in a minute.' };

import { type Text, fill } from '#kernel/text.js';

export type TrustServiceCode = keyof typeof WORDS;

/** A trust service did not give what may be kept: nothing is signed or released, and whoever runs the program is told. */
export class TrustServiceError extends Error {
  readonly code: TrustServiceCode;
  readonly text: Text;
  /** Whether it may help to ask again. */
  readonly mayPass: boolean;
  constructor(code: TrustServiceCode, address: string, cause?: unknown) {
    super(`${code}: ${address}`, { cause });
    this.code = code;
    this.text = fill(WORDS[code], { address });
    this.mayPass = MAY_PASS.includes(code);
  }
}

const WORDS = {
  unreachable: { lv: 'Uzticamības pakalpojums {address} neatbild. Mēģiniet vēlāk.', en: 'The trust service {address} does not answer. Try later.' },
  'bad-answer': { lv: 'Uzticamības pakalpojums {address} atbild nesaprotami. Sazinieties ar tā uzturētāju.', en: 'The trust service {address} answers what cannot be understood. Ask whoever runs it.' },
  refused: { lv: 'Uzticamības pakalpojums {address} pieprasījumu noraida. Pārbaudiet līgumu un pieejas sertifikātu.', en: 'The trust service {address} refuses the request. Check the contract and the certificate used for access.' },
  'other-data': { lv: 'Laika zīmogs no {address} ir par citiem datiem.', en: 'The time stamp from {address} is over other data.' },
  'other-nonce': { lv: 'Atbilde no {address} ir uz citu pieprasījumu.', en: 'The answer from {address} is to another request.' },
  'other-policy': { lv: 'Laika zīmogs no {address} ir izdots pēc citas politikas.', en: 'The time stamp from {address} was issued under another policy.' },
  'wrong-clock': { lv: 'Pakalpojuma {address} pulkstenis atšķiras no mūsu. Pārbaudiet abus.', en: 'The clock of {address} differs from ours. Check both.' },
  untrusted: { lv: 'Pakalpojuma {address} atbildei nevar uzticēties: paraksts vai sertifikātu ķēde neatbilst.', en: 'The answer of {address} cannot be trusted: its signature or chain of certificates does not fit.' },
  'other-certificate': { lv: 'Atbilde no {address} ir par citu sertifikātu.', en: 'The answer from {address} is about another certificate.' },
  revoked: { lv: 'Zīmoga sertifikāts ir atsaukts vai apturēts ({address}). Zīmogot nedrīkst: administrators iestata zīmogu ar derīgu sertifikātu.', en: 'The certificate of the seal is revoked or suspended ({address}). Sealing must stop: an administrator sets a seal with a valid certificate.' },
  'authority-revoked': { lv: 'Zīmoga sertifikāta izdevējs ir atsaukts ({address}). Zīmogot nedrīkst: administrators iestata cita izdevēja zīmogu.', en: 'The authority that issued the certificate of the seal is revoked ({address}). Sealing must stop: an administrator sets a seal of another authority.' },
  unknown: { lv: 'Atbildētājs {address} zīmoga sertifikātu nepazīst.', en: 'The responder {address} does not know the certificate of the seal.' },
  outdated: { lv: 'Atbilde no {address} ir vecāka par laika zīmogu vai vairs nav spēkā.', en: 'The answer from {address} is older than the time stamp, or no longer valid.' },
  'needs-person': { lv: 'Attālinātā zīmoga pakalpojums {address} katram zīmogam prasa cilvēka apstiprinājumu; vajadzīga atslēga, ko atver programma.', en: 'The remote seal at {address} asks a person to approve each use; a credential that a program may open is needed.' },
  'key-off': { lv: 'Attālinātā zīmoga atslēga ({address}) ir izslēgta vai tās sertifikāts nav derīgs.', en: 'The key of the remote seal ({address}) is switched off, or its certificate is not valid.' },
} as const satisfies Readonly<Record<string, Text>>;

const MAY_PASS: readonly TrustServiceCode[] = ['unreachable', 'outdated'];

import type { Text } from '#kernel/text.js';

/** Every rule that a container or one of its signatures is held against, in the order in which a report shows them. */
export const CONTAINER_RULES = {
  archive: { lv: 'Konteiners ir vesels ZIP arhīvs bez slēptām, šifrētām vai divējādi lasāmām daļām', en: 'The container is a whole ZIP archive without parts that are hidden, encrypted or can be read in two ways' },
  'archive-names': { lv: 'Datņu nosaukumi konteinerā ir droši un neatkārtojas', en: 'The names of files in the container are safe and stand once' },
  'archive-size': { lv: 'Izsaiņotais saturs nepārsniedz atļauto apjomu', en: 'What is unpacked is not larger than allowed' },
  mimetype: { lv: 'Pirmā, nesaspiesta, ir datne “mimetype” ar ASiC-E konteinera veidu', en: 'First, and not compressed, stands "mimetype" with the type of an ASiC-E container' },
  manifest: { lv: 'Saraksts META-INF/manifest.xml ir lasāms un nosauc konteinera veidu', en: 'The list META-INF/manifest.xml can be read and names the type of the container' },
  'manifest-complete': { lv: 'Sarakstā ir tieši tās datnes, kas ir konteinerā', en: 'The list has exactly the files that are in the container' },
  'signatures-present': { lv: 'Konteinerā ir vismaz viens paraksts vai zīmogs', en: 'The container has at least one signature or seal' },
} as const satisfies Readonly<Record<string, Text>>;

export const SIGNATURE_RULES = {
  'signature-form': { lv: 'Paraksts ir uzbūvēts pēc XAdES (ETSI EN 319 132-1)', en: 'The signature is built as XAdES asks (ETSI EN 319 132-1)' },
  algorithms: { lv: 'Lietotas tikai mūsdienīgas metodes (ne SHA-1, ne īsas atslēgas)', en: 'Only methods of today are used (no SHA-1, no short keys)' },
  'files-signed': { lv: 'Parakstīta ir katra konteinera datne un nekas cits', en: 'Every file of the container is signed, and nothing else' },
  'file-digests': { lv: 'Neviena datne pēc parakstīšanas nav mainīta', en: 'No file was changed after signing' },
  'properties-signed': { lv: 'Paraksta īpašības, arī norādītais laiks, ir parakstītas un nav mainītas', en: 'The properties of the signature, the claimed time among them, are signed and unchanged' },
  'media-types': { lv: 'Datņu veidi parakstā un sarakstā sakrīt', en: 'The types of files are the same in the signature and in the list' },
  'signing-certificate': { lv: 'Parakstītais sertifikāta nospiedums ir šim sertifikātam', en: 'The signed digest of the certificate is of this certificate' },
  'signature-value': { lv: 'Parakstu veidojusi sertifikāta atslēga', en: 'The signature was made by the key of the certificate' },
  'key-usage': { lv: 'Sertifikāts ir paredzēts parakstiem vai zīmogiem (nonRepudiation)', en: 'The certificate is for signatures or seals (nonRepudiation)' },
  chain: { lv: 'Sertifikātu izdevis kāds, kam uzticamies', en: 'The certificate was issued by someone we trust' },
  'certificate-then': { lv: 'Sertifikāts un tā izdevēji laika zīmoga brīdī bija derīgi', en: 'The certificate and its issuers were valid at the time of the time stamp' },
  'time-stamp': { lv: 'Ir tieši viens laika zīmogs, un tas ir par šo parakstu', en: 'There is exactly one time stamp, and it is over this signature' },
  'time-stamp-authority': { lv: 'Laika zīmogu parakstījis kāds, kam uzticamies laika zīmogu izdošanā', en: 'The time stamp is signed by someone we trust with time stamps' },
  'archive-time-stamps': { lv: 'Katrs arhīva laika zīmogs ir par visu, kas parakstā bija pirms tā', en: 'Every archive time stamp is over all that stood in the signature before it' },
  'archive-authorities': { lv: 'Arhīva laika zīmogus parakstījis kāds, kam uzticamies laika zīmogu izdošanā', en: 'The archive time stamps are signed by someone we trust with time stamps' },
  'archive-order': { lv: 'Laika zīmogi seko cits citam, un katra iepriekšējā izdevējs nākamā brīdī vēl bija derīgs', en: 'The time stamps follow each other, and the authority of each was still valid when the next was made' },
  'time-stamp-revocation': { lv: 'Laika zīmogu izdevēju sertifikāti nebija atsaukti', en: 'The certificates of the time-stamp authorities were not revoked' },
  'time-stamp-lasts': { lv: 'Pēdējā laika zīmoga izdevēja sertifikāts pārbaudes brīdī vēl ir derīgs', en: 'The certificate of the last time stamp’s authority is still valid when this is checked' },
  revocation: { lv: 'Ir atbildētāja parakstīta atbilde par šo sertifikātu', en: 'There is an answer about this certificate, signed by someone entitled' },
  'revocation-status': { lv: 'Sertifikāts nebija atsaukts', en: 'The certificate was not revoked' },
  'authority-revocation': { lv: 'Izdevēji virs parakstītāja laika zīmoga brīdī nebija atsaukti', en: 'The authorities above the signer were not revoked at the time of the time stamp' },
  'time-order': { lv: 'Norādītais laiks, laika zīmogs un atbilde par sertifikātu seko cits citam un nav nākotnē', en: 'The claimed time, the time stamp and the answer about the certificate follow each other and are not in the future' },
  'answer-soon': { lv: 'Atbilde par sertifikātu ir ne vairāk kā 15 minūtes pēc laika zīmoga', en: 'The answer about the certificate came within 15 minutes of the time stamp' },
  qualified: { lv: 'Kvalificēts paraksts vai zīmogs: tā norāda sertifikāts', en: 'A qualified signature or seal: the certificate says so' },
  level: { lv: 'Parakstam ir visi pierādījumi, ko prasa noteiktais līmenis', en: 'The signature has all proofs that the wanted level asks for' },
} as const satisfies Readonly<Record<string, Text>>;

export type ContainerRule = keyof typeof CONTAINER_RULES;
export type SignatureRule = keyof typeof SIGNATURE_RULES;

/** `noticed` is worth knowing and refuses nothing. */
export type Outcome = 'passed' | 'failed' | 'noticed';

export interface Finding<Rule extends string> {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** The rule in words. */
  readonly words: Text;
  /** Which file, what was found: facts for whoever looks into it, the same in both languages. */
  readonly about: string;
}

export interface Findings<Rule extends string> {
  readonly list: Finding<Rule>[];
  /** Notes whether a rule holds, once for each rule: what fails stays failed. */
  note(rule: Rule, holds: boolean, about?: string): void;
  notice(rule: Rule, about: string): void;
}

export function findingsOf<Rule extends string>(words: Readonly<Record<Rule, Text>>): Findings<Rule> {
  const list: Finding<Rule>[] = [];
  const put = (rule: Rule, outcome: Outcome, about: string) => {
    const at = list.findIndex((one) => one.rule === rule);
    if (at < 0) list.push({ rule, outcome, words: words[rule], about });
    else if (list[at]!.outcome !== 'failed') list[at] = { rule, outcome, words: words[rule], about };
  };
  return { list, note: (rule, holds, about = '') => put(rule, holds ? 'passed' : 'failed', holds ? '' : about), notice: (rule, about) => put(rule, 'noticed', about) };
}

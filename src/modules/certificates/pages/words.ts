import type { Lang, Text } from '#kernel/text.js';

export const W = {
  receivers: { lv: 'Kas saņem rezultātus un sertifikātus', en: 'Who receives results and certificates' },
  certificates: { lv: 'Sertifikāti', en: 'Certificates' },
  sealing: { lv: 'Sertifikātu zīmogošana', en: 'Sealing of certificates' },
  mine: { lv: 'Mani un bērnu sertifikāti', en: 'My and my children’s certificates' },
  paper: { lv: 'Sertifikāti papīra formā', en: 'Certificates on paper' },
  numbers: { lv: 'Zīmogošanas un papīra skaitļi', en: 'Numbers of sealing and paper' },
  year: { lv: 'Mācību gads', en: 'School year' },
  exam: { lv: 'Pārbaudījums', en: 'Exam' },
  term: { lv: 'Termiņš', en: 'Term' },
  number: { lv: 'Numurs', en: 'Number' },
  version: { lv: 'Versija', en: 'Version' },
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  class: { lv: 'Klase', en: 'Class' },
  state: { lv: 'Stāvoklis', en: 'State' },
  issuedOn: { lv: 'Izdots', en: 'Issued on' },
  total: { lv: 'Kopvērtējums', en: 'Total' },
  reached: { lv: 'Nonācis pie saņēmēja', en: 'Reached its holder' },
  when: { lv: 'Kad', en: 'When' },
  how: { lv: 'Kā', en: 'How' },
  who: { lv: 'Kas saņēma vai izsniedza', en: 'Who got it or gave it' },
  forms: { lv: 'Sertifikātu veidlapas', en: 'Forms of certificates' },
  nr: { lv: 'Nr.', en: 'No.' },
  goodUntil: { lv: 'Ticams līdz', en: 'Believed until' },
  proofs: { lv: 'Pierādījumi un arhīva laika zīmogi', en: 'Proofs and archive time stamps' },
  remark: { lv: 'Piezīme', en: 'Remark' },
  hash: { lv: 'Datnes SHA-256', en: 'SHA-256 of the file' },
  institution: { lv: 'Iestāde', en: 'Institution' },
  download: { lv: 'Lejupielādēt e-dokumentu', en: 'Download the e-document' },
  askPaper: { lv: 'Pieprasīt papīra formā', en: 'Ask for it on paper' },
  save: { lv: 'Saglabāt', en: 'Save' },
  saved: { lv: 'Saglabāts.', en: 'Saved.' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  revoked: { lv: 'Atsaukts', en: 'Revoked' },
  due: { lv: 'Pienākas', en: 'Due' },
  ready: { lv: 'Gatavi', en: 'Ready' },
} as const satisfies Record<string, Text>;

/** What no person ordered or wrote: the words for it instead of a name. */
const BY_NOBODY: Readonly<Record<string, Text>> = { 'made-up data': { lv: 'demonstrācijas dati', en: 'demonstration data' }, migration: { lv: 'līdzi programmai', en: 'with the program' } };
export const byWhom = (name: string, lang: Lang): string => BY_NOBODY[name]?.[lang] ?? name;

export { CERTIFICATES, certificatePath, formPath, FORMS, MINE, PAPER, PROOFS, RECEIVERS, SEALINGS, schoolPath, sealingPath, sittingPath } from '../paths.js';

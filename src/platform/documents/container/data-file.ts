import { type Text, fill } from '#kernel/text.js';

/** A file that is signed: its name in the container, what it is (RFC 6838), and its bytes. */
export interface DataFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
}

/** As the reference validator of the EU's member states asks (libdigidocpp, 7.3 of our measurements). */
export const MIME = /^\w+\/[\w\-+.]+$/;

const UNSAFE = /[\u0000-\u001f\u007f\\:*?"<>|]/;
const LONGEST = 240;

/** Whether a name can lie in a container and be unpacked anywhere: relative, no way upwards, nothing that a file system reads otherwise. */
export function isSafeName(name: string): boolean {
  if (name.length === 0 || name.length > LONGEST || UNSAFE.test(name)) return false;
  return name.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..' && segment.trim() === segment && !segment.endsWith('.'));
}

const isReserved = (name: string): boolean => /^(mimetype$|meta-inf(\/|$))/i.test(name);

/** Two names that one file system would take for the same. */
export const sameName = (name: string): string => name.normalize('NFC').toLowerCase();

export class UnfitFiles extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** @throws UnfitFiles before anything is signed, naming the file and what is wrong with it. */
export function checkFiles(files: readonly DataFile[]): void {
  if (files.length === 0) throw new UnfitFiles({ lv: 'Konteinerā nav nevienas datnes. Pievienojiet vismaz vienu.', en: 'The container has no file. Add at least one.' });
  const seen = new Set<string>();
  for (const { name, mime } of files) {
    if (!isSafeName(name) || isReserved(name)) throw new UnfitFiles(fill(WRONG_NAME, { name }));
    if (!MIME.test(mime)) throw new UnfitFiles(fill(WRONG_MIME, { name, mime }));
    if (seen.has(sameName(name))) throw new UnfitFiles(fill(TWICE, { name }));
    seen.add(sameName(name));
  }
}

const WRONG_NAME = { lv: 'Datnes nosaukums “{name}” konteinerā nav atļauts. Dodiet nosaukumu bez zīmēm \\ : * ? " < > | un bez “..”.', en: 'The file name "{name}" is not allowed in a container. Give it a name without \\ : * ? " < > | and without "..".' };
const WRONG_MIME = { lv: 'Datnes “{name}” veids “{mime}” nav datnes veids, kā, piemēram, application/pdf.', en: 'The type "{mime}" of the file "{name}" is no media type such as application/pdf.' };
const TWICE = { lv: 'Nosaukums “{name}” ir divām datnēm. Dodiet katrai savu.', en: 'Two files have the name "{name}". Give each its own.' };

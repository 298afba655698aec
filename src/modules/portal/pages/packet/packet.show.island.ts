/// <reference lib="dom" />
import type { Lang, Text } from '#kernel/text.js';
import type { PacketContent, PacketFile } from '../../domain/packet-content.js';
import type { ShownRow } from '../../domain/shown-row.js';
import type { W } from './words.js';

export type Words = Readonly<Record<Exclude<keyof typeof W, 'title'> | 'exam' | 'year' | 'total' | 'certificate' | 'download', string>>;

type Child = Node | string | null | undefined | false;

/** An element with its attributes and what is in it; what people wrote becomes text, never markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter((one): one is Node | string => one !== null && one !== undefined && one !== false));
  return made;
}

export const filled = (words: string, values: Readonly<Record<string, string>>): string => words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

export function button(words: string, look: string, press: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', class: look }, words);
  made.addEventListener('click', press);
  return made;
}

/** The results of an opened packet, in the words and the shape of the page of one's results. */
export function resultsOf({ rows, files }: PacketContent, w: Words, lang: Lang): HTMLTableElement {
  const head = (words: string) => el('th', { role: 'columnheader', scope: 'col' }, words);
  const file = ({ certificate }: ShownRow) => files.find(({ number }) => number === certificate?.number);
  return el(
    'table',
    { role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head(w.exam), head(w.year), head(w.total), head(w.certificate))),
    el('tbody', { role: 'rowgroup' }, ...rows.map((row) => rowOf(row, file(row), w, (text) => text[lang]))),
  );
}

function rowOf(row: ShownRow, file: PacketFile | undefined, w: Words, t: (text: Text) => string): HTMLTableRowElement {
  const cell = (name: string, ...children: readonly Child[]) => el('td', { role: 'cell', 'data-name': name }, ...children);
  const parts = row.parts.map(({ name, share }) => el('li', {}, `${t(name)}: ${t(share)}`));
  return el(
    'tr',
    { role: 'row' },
    el('th', { role: 'rowheader', scope: 'row' }, t(row.exam), el('p', { class: 'aside' }, t(row.when))),
    cell(w.year, row.year),
    cell(w.total, row.total && el('span', { class: 'big total' }, t(row.total)), parts.length > 0 && el('ul', { class: 'parts' }, ...parts), row.said && el('p', {}, t(row.said)), ...row.asides.map((words) => el('p', { class: 'aside' }, t(words)))),
    row.certificate ? cell(w.certificate, el('p', {}, row.certificate.number), el('p', { class: 'aside' }, t(row.certificate.issued)), file ? savingOf(file, t(row.exam), w) : el('p', { class: 'aside' }, w.certificateOnline)) : cell(w.certificate, t(row.noCertificate)),
  );
}

/** Gives the sealed file as it came: it never leaves the device for this. */
function savingOf({ name, content }: PacketFile, exam: string, w: Words): HTMLAnchorElement {
  const href = URL.createObjectURL(new Blob([content], { type: 'application/vnd.etsi.asic-e+zip' }));
  return el('a', { class: 'button plain', href, download: name }, w.download, el('span', { class: 'unseen' }, `: ${exam}`));
}

/** `1 d 04:05:09`, `04:05:09` */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  return `${days > 0 ? `${days} d ` : ''}${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

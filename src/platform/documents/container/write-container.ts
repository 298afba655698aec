import { escapeAttribute } from '../xades/escape.js';
import { CONTAINER_TYPE, NS } from '../xades/names.js';
import { writeZip } from '../zip/write-zip.js';
import { checkFiles, type DataFile } from './data-file.js';

/**
 * An ASiC-E container with XAdES (ETSI EN 319 162-1), the same for `.edoc` and `.asice`: `mimetype` first, the signed files, the manifest,
 * all stored, then the signatures, compressed. The same parts give the same bytes.
 * @throws UnfitFiles
 */
export function writeContainer(files: readonly DataFile[], signatures: readonly Uint8Array[]): Buffer {
  checkFiles(files);
  return writeZip([
    { path: 'mimetype', content: Buffer.from(CONTAINER_TYPE) },
    ...files.map(({ name, content }) => ({ path: name, content })),
    { path: 'META-INF/manifest.xml', content: Buffer.from(manifestOf(files)) },
    ...signatures.map((content, at) => ({ path: `META-INF/signatures${String(at + 1).padStart(3, '0')}.xml`, content, packed: true })),
  ]);
}

/** OpenDocument 1.2, part 3: the container itself and every signed file, each with its type. */
const manifestOf = (files: readonly DataFile[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="${NS.manifest}" manifest:version="1.2">` +
  [{ name: '/', mime: CONTAINER_TYPE }, ...files].map(({ name, mime }) => `<manifest:file-entry manifest:full-path="${escapeAttribute(name)}" manifest:media-type="${mime}"/>`).join('') +
  '</manifest:manifest>';

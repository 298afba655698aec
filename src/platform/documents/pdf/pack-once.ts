import { deflateSync } from 'node:zlib';
import type PDFDocument from 'pdfkit';

/** What is packed of a stream of pdfkit 0.20, which its types do not say. */
interface Stream {
  compress: boolean;
  buffer: Uint8Array[];
  finalize(): void;
}

/** Fonts, the profile of colours and tables of letters come in one piece each; what is drawn comes in many. */
const isPiece = ({ compress, buffer }: Stream): boolean => compress && buffer.length === 1 && buffer[0]!.length > 1_000;

const MOST_PIECES = 50;
const known = new Map<string, Uint8Array>();

function packed(piece: Uint8Array): Uint8Array {
  const key = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
  const found = known.get(key) ?? deflateSync(piece);
  if (known.size >= MOST_PIECES) known.clear();
  known.set(key, found);
  return found;
}

/** What stands in each document the same, such as its fonts, is packed once for all of them. */
export function packOnce(document: InstanceType<typeof PDFDocument>): void {
  const makeStream = document.ref.bind(document);
  document.ref = (data) => {
    const made = makeStream(data);
    const stream = made as unknown as Stream;
    const finalize = stream.finalize.bind(stream);
    stream.finalize = () => {
      if (isPiece(stream)) Object.assign(stream, { buffer: [packed(stream.buffer[0]!)], compress: false });
      finalize();
    };
    return made;
  };
}

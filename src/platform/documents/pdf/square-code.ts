import QRCode from 'qrcode';

/** The dark squares of a QR code (ISO/IEC 18004), line by line, each run of them as one. */
export interface SquareCode {
  /** How many squares a side has. */
  readonly size: number;
  readonly runs: readonly { readonly row: number; readonly from: number; readonly length: number }[];
}

/** Medium correction: a sixth of it may be soiled. @throws Error when the words are longer than a code can hold */
export function squareCode(words: string): SquareCode {
  const { size, data } = QRCode.create(words, { errorCorrectionLevel: 'M' }).modules;
  const runs: { row: number; from: number; length: number }[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < size; at += 1) {
      if (!data[row * size + at]) continue;
      const from = at;
      while (at < size && data[row * size + at]) at += 1;
      runs.push({ row, from, length: at - from });
    }
  }
  return { size, runs };
}

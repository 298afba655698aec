import { type Chance, chanceOf } from '#kernel/chance.js';

const [WIDTH, HEIGHT] = [595, 842];
export const MADE_UP_PAGES = 2;

/** A made-up work as a small PDF (ISO 32000-1): its code, ruled lines, and strokes as of a pen, the same for the same code. Nobody wrote it. */
export function madeUpScan(candidateCode: string, part: number): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${MADE_UP_PAGES}/Kids[${Array.from({ length: MADE_UP_PAGES }, (_, at) => `${4 + at * 2} 0 R`).join(' ')}]>>`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  for (let page = 1; page <= MADE_UP_PAGES; page += 1) {
    const drawn = drawPage(`${candidateCode}-${part}`, page);
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</F 3 0 R>>>>/Contents ${3 + page * 2} 0 R>>`, `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const starts = objects.map((body, at) => {
    const start = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
}

function drawPage(code: string, page: number): string {
  const chance = chanceOf(Number(code.slice(-9, -2)) * 10 + page);
  const out = ['BT /F 11 Tf 56 800 Td (Darba kods ' + code + ') Tj ET', `BT /F 11 Tf 440 800 Td (${page}. lapa no ${MADE_UP_PAGES}) Tj ET`, 'BT /F 8 Tf 56 30 Td (Paraugs: izdomats darbs, neviens to nav rakstijis.) Tj ET', '0.8 G 0.4 w'];
  for (let y = 760; y > 60; y -= 22) out.push(`56 ${y} m 540 ${y} l S`);
  out.push('0.1 0.15 0.5 RG 1.1 w 1 J 1 j');
  for (let line = 0; line < 24; line += 1) {
    const y = 763 - line * 22;
    if (line % 8 === 0) out.push(`BT /F 12 Tf 40 ${y} Td (${(page - 1) * 3 + line / 8 + 1}.) Tj ET`);
    if (!chance.happens(0.12)) out.push(...words(chance, y, 300 + chance.below(230)));
  }
  return out.join('\n');
}

/** Loops of a pen on a line, with gaps between words. */
function words(chance: Chance, y: number, until: number): string[] {
  const drawn: string[] = [];
  for (let x = 62; x < until; x += 9) {
    const letters = 2 + chance.below(7);
    const strokes = [`${x} ${y} m`];
    for (let at = 0; at < letters && x < until; at += 1, x += 7) {
      const high = chance.happens(0.25) ? 12 : 6;
      strokes.push(`${x + 1} ${y + high} ${x + 5} ${y + high - 1} ${x + 4} ${y} c ${x + 5} ${y - 1} ${x + 6} ${y} ${x + 7} ${y + chance.below(3)} c`);
    }
    drawn.push(`${strokes.join(' ')} S`);
  }
  return drawn;
}

import { create } from 'qrcode';
import type { VNode } from 'preact';

const QUIET = 4;

/** A QR code as a picture (ISO/IEC 18004), four modules of quiet around it. */
export function CodePicture({ content, title }: { content: string; title: string }): VNode {
  const { data, size } = create(content, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => data[at]);
  const path = dark.map((at) => `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`).join('');
  const side = size + 2 * QUIET;
  return (
    <svg class="code-picture" viewBox={`0 0 ${side} ${side}`} width="220" height="220" role="img" aria-label={title}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

import type { RawInput } from '#web/page-route.js';

/** The fields `q0`, `q1`, … of a form as one value, by their number. */
export function numberedFields(letter: string, raw: RawInput): Record<string, unknown> {
  const numbered = new RegExp(`^${letter}(\\d+)$`);
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      const number = numbered.exec(name)?.[1];
      return number === undefined ? [] : [[number, value]];
    }),
  );
}

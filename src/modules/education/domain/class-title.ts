/** The title of the class that follows in the next year: 5.b → 6.b; null where the title does not begin with its grade. */
export function nextTitle(title: string, grade: number): string | null {
  const begins = new RegExp(`^${grade}(?!\\d)`);
  return begins.test(title.trim()) ? title.trim().replace(begins, String(grade + 1)) : null;
}

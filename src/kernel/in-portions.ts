/** The rows of a stream so many at a time, in their order: one question about each portion, and memory does not grow with the stream. */
export async function* inPortions<Row>(rows: AsyncIterable<Row> | Iterable<Row>, size: number): AsyncGenerator<Row[]> {
  let portion: Row[] = [];
  for await (const row of rows) {
    portion.push(row);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

export const PORTION = 1_000;

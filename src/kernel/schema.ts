/**
 * A Zod schema by what it gives, and nothing more. Functions that take schemas ask for this instead of `z.ZodType`: comparing whole schemas
 * with each other took the compiler more than half of its time.
 */
export interface SchemaOf<Output> {
  /** @throws z.ZodError */
  parse(raw: unknown): Output;
}

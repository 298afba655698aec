import { type FieldError, InvalidInput } from './errors.js';

/**
 * Runs checks that do not need each other, one after the other, and gives what each found.
 * @throws InvalidInput with the faults of all of them at once, so that nobody mends one only to be told of the next.
 */
export async function allFaults<Found extends readonly unknown[]>(...checks: { readonly [At in keyof Found]: () => Found[At] | Promise<Found[At]> }): Promise<Found> {
  const found: unknown[] = [];
  const faults: FieldError[] = [];
  for (const check of checks) {
    try {
      found.push(await check());
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      faults.push(...error.fields);
    }
  }
  if (faults.length > 0) throw new InvalidInput(faults);
  return found as unknown as Found;
}

import { z } from 'zod';

/**
 * Words of an address or a form that hold JSON, such as a position in a list. Whatever is none, or is not of the shape, is a wrong format;
 * people cut addresses and programs change them, so that it must never be a fault of ours.
 */
export const jsonInput = <Output>(shape: z.ZodType<Output>) =>
  z.string().transform((words, context): Output => {
    const parsed = shape.safeParse(jsonOf(words));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'wrong-format' });
    return z.NEVER;
  });

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

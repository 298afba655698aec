import { expect, test } from 'vitest';
import { z } from 'zod';
import { FIELD_NAMES } from '#app/error-page-fields.js';
import { MODULES } from '#app/modules.js';

/** The names of a schema's fields, through pipes and intersections. */
function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape as object);
  if (schema instanceof z.ZodPipe) return [schema.in, schema.out].flatMap((one) => fieldsOf(one as z.ZodType));
  if (schema instanceof z.ZodIntersection) return [schema.def.left, schema.def.right].flatMap((one) => fieldsOf(one as z.ZodType));
  return [];
}

test('a field that can be wrong where no form shows it has a name on the error page, unless it is part of the address', () => {
  const routes = MODULES.flatMap((module) => module.pages ?? []);
  const inputs = routes.flatMap((route) => (route.kind === 'custom' ? [] : [{ path: route.path, fields: fieldsOf((route.kind === 'form' ? route.load : route.action).input as z.ZodType) }]));
  expect(inputs.flatMap(({ fields }) => fields).length).toBeGreaterThan(100);
  const missing = inputs.flatMap(({ path, fields }) => fields.filter((field) => !(field in FIELD_NAMES) && !path.split('/').includes(`:${field}`)).map((field) => `${field} (${path}): name it in src/app/error-page-fields.ts`));
  expect([...new Set(missing)]).toEqual([]);
});

import { z } from 'zod';
import type { Field } from '../../domain/oneroster/field.js';
import { FILES } from '../../domain/oneroster/files.js';
import { jsonName, type ObjectFile, OBJECTS } from '../../domain/oneroster/rest-json.js';
import { DEFAULT_LIMIT, MOST, MOST_PASSED_OVER } from '../../domain/oneroster/rest-query.js';

/** The REST binding's objects as Zod schemas, from the same table that checks packages: what OpenAPI says of our services. */

const Ref = z.object({ href: z.string(), sourcedId: z.string(), type: z.string() });

function formOf({ form, vocabulary }: Field): z.ZodType {
  switch (form) {
    case 'id':
      return Ref;
    case 'ids':
      return z.array(Ref);
    case 'texts':
    case 'words':
      return z.array(z.unknown());
    case 'number':
      return z.number();
    case 'integer':
      return z.int();
    case 'boolean':
      return z.enum(['true', 'false']);
    case 'score-scale':
      return z.array(z.object({ itemValueLHS: z.string(), itemValueRHS: z.string() }));
    case 'word':
      return vocabulary && !vocabulary.extensible ? z.enum(vocabulary.words as [string, ...string[]]) : z.string();
    default:
      return z.string();
  }
}

const objectSchema = (file: ObjectFile): z.ZodObject =>
  z.object({
    sourcedId: z.string(),
    status: z.enum(['active', 'tobedeleted']),
    dateLastModified: z.string(),
    ...Object.fromEntries(FILES[file].fields.filter(({ unwanted }) => !unwanted).map((field) => [jsonName(field), formOf(field).optional()])),
  });

export const envelope = (file: ObjectFile, isOne: boolean): z.ZodObject => z.object(isOne ? { [OBJECTS[file].single]: objectSchema(file) } : { [file]: z.array(objectSchema(file)) });

export const ListQuery = z.object({
  limit: z.string().optional().describe(`How many at once: ${DEFAULT_LIMIT} unless said, ${MOST} at most`),
  offset: z.string().optional().describe(`How many are passed over; in a list of several institutions ${MOST_PASSED_OVER} at most. Beside after it only says how many came before`),
  after: z.string().optional().describe('Where the page begins, from the address rel="next" of the header Link; not to be made up or kept'),
  sort: z.string().optional(),
  orderBy: z.enum(['asc', 'desc']).optional(),
  filter: z.string().optional().describe("field operator 'value', at most two joined by AND or OR"),
  fields: z.string().optional().describe('Names parted by commas'),
});

export const StatusInfoSchema = z.object({
  imsx_codeMajor: z.string(),
  imsx_severity: z.string(),
  imsx_description: z.string(),
  imsx_CodeMinor: z.object({ imsx_codeMinorField: z.array(z.object({ imsx_codeMinorFieldName: z.string(), imsx_codeMinorFieldValue: z.string() })) }),
});

/** What of an operation is completed here. */
interface Operation {
  security?: object[];
  responses?: Record<string, { description?: string; content?: object }>;
}
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>> | undefined>>;
  components?: { schemas?: Record<string, object> };
}

/**
 * With what a program asks. A person who is signed in in this browser asks by that session without more; its cookie is nothing that anybody
 * could type in, and so is no scheme here.
 */
export const SECURITY_SCHEMES = {
  token: { type: 'http', scheme: 'bearer', description: 'The access token of your program: POST /oidc/token with grant_type=client_credentials. How to get one, step by step: [/api](/api#begin). Whoever is signed in in this browser needs none.' },
} as const;
const BY_TOKEN = [{ token: [] }];

/** Completes the OpenAPI document with what holds for every operation: how one signs in, what answers mean, how refusals look. */
export function completed<D extends object>(whole: D): D {
  const document = whole as Document;
  for (const [path, methods] of Object.entries(document.paths ?? {})) for (const operation of Object.values(methods ?? {})) complete(path, operation);
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem } };
  return whole;
}

function complete(path: string, operation: Operation) {
  operation.security = operation.security?.length ? BY_TOKEN : [];
  const responses = operation.responses ?? {};
  for (const [status, response] of Object.entries(responses)) response.description = ANSWERS[status] ?? response.description ?? '';
  // OneRoster has error bodies of its own, and names them.
  if (path.startsWith('/api/')) responses['default'] ??= { description: 'Refused, or a fault: problem details (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  operation.responses = responses;
}

const ANSWERS: Readonly<Record<string, string>> = { 200: 'What was asked for', 201: 'Made', 202: 'Taken; the work goes on after the answer', 204: 'Done; there is nothing to say', 400: 'Refused' };

const Problem = {
  type: 'object',
  description: 'Problem details (RFC 9457); further members tell facts of the refusal',
  required: ['type', 'title', 'status', 'instance'],
  properties: {
    type: { type: 'string', description: 'Stays the same for the same reason, such as /problems/invalid-input' },
    title: { type: 'string', description: 'What is wrong and what to do, in the language asked for' },
    status: { type: 'integer' },
    instance: { type: 'string', description: 'Names the request in the log' },
    errors: { type: 'array', items: { type: 'object', required: ['field', 'detail'], properties: { field: { type: 'string' }, detail: { type: 'string' } } } },
  },
} as const;

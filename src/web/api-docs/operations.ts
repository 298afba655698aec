import type { FastifyInstance } from 'fastify';

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly description?: string;
}

/** One operation of the OpenAPI document, as the page lists it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly parameters: readonly Parameter[];
  readonly signInNeeded: boolean;
}

interface Described {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly security?: readonly unknown[];
}

/** All operations by the first of their tags, in the order in which they were added. */
export function operationsOf(server: FastifyInstance): ReadonlyMap<string, Operation[]> {
  const byTag = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(server.swagger().paths ?? {})) {
    for (const [method, { summary = '', tags = [], parameters = [], security }] of Object.entries(methods as Record<string, Described>)) {
      const plainParameters = parameters.map((one) => ({ ...one, ...(one.description && { description: plain(one.description) }) }));
      const operation = { method: method.toUpperCase(), path, summary: plain(summary), tag: tags[0] ?? '', parameters: plainParameters, signInNeeded: (security ?? []).length > 0 };
      byTag.set(operation.tag, [...(byTag.get(operation.tag) ?? []), operation]);
    }
  }
  return byTag;
}

/** The document's words are Markdown; of that they use names set as code alone, which the page shows as they are. */
const plain = (words: string): string => words.replaceAll('`', '');

import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { jsonInput } from '#kernel/json-input.js';
import type { Place } from '../domain/place.js';

/** A place as forms and addresses write it: `country`, `unit:12`, `institution:<uuid>`. */
export const PlaceInput = z.string().transform((words, context): Place => {
  const place = parsePlace(words);
  if (place) return place;
  context.addIssue({ code: 'custom', message: words === '' ? 'missing' : 'wrong-format' });
  return z.NEVER;
});

export const writtenPlace = (place: Place): string => {
  switch (place.kind) {
    case 'country':
      return 'country';
    case 'municipality':
      return `unit:${place.unitId}`;
    case 'institution':
      return `institution:${place.institutionId}`;
  }
};

function parsePlace(words: string): Place | null {
  if (words === 'country') return { kind: 'country' };
  const [kind, id = ''] = words.split(':');
  if (kind === 'unit' && /^\d{1,9}$/.test(id)) return { kind: 'municipality', unitId: Number(id) };
  return kind === 'institution' && z.uuid().safeParse(id).success ? { kind: 'institution', institutionId: id } : null;
}

/** The position in a list, as an address carries it: JSON of two strings. */
export const PositionInput = emptyAsNull(jsonInput(z.tuple([z.string(), z.uuid()])));

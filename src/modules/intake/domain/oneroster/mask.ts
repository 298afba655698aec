const LONGEST_SHOWN = 60;
/** A Latvian personal code anywhere in a value, whatever column it got into. */
const PERSON_CODE = /(?<!\d)\d{6}-?\d{5}(?!\d)/;

/** Hexadecimal digits by chance look like a code now and then. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

export const looksLikePersonCode = (value: string): boolean => PERSON_CODE.test(value.replaceAll(UUID, ''));

/** A value as a report may show it: whole where it tells of nobody, else its first character. */
export function shown(value: string, personal: boolean): string {
  if (personal || looksLikePersonCode(value)) return masked(value);
  const plain = value.replaceAll(/\p{Cc}+/gu, ' ');
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain;
}

const masked = (value: string) => (value === '' ? '' : `${value.length > 3 ? [...value][0] : ''}•••`);

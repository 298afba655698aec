const IN_ATTRIBUTES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' };

/** An attribute's value as Canonical XML writes it, so that what is written needs no rewriting before it is hashed. */
export const escapeAttribute = (words: string): string => words.replaceAll(/[&<"\t\n\r]/g, (one) => IN_ATTRIBUTES[one]!);

/** A file's name as a relative address: every segment by itself, so that only slashes that part folders stay. */
export const addressOf = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

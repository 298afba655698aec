import { z } from 'zod';

/** A file that came with a form: its name without folders, the media type it claims, and its bytes. */
export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

const LONGEST_NAME = 200;

/** The form's file field; an empty field (browsers send an unnamed file of no bytes) is null. A chosen file without a byte is refused: nobody means to hand in nothing. */
export const UploadedFileInput = z
  .union([z.object({ name: z.string(), type: z.string(), content: z.instanceof(Buffer) }), z.literal('').transform(() => null)])
  .nullish()
  .refine((file) => !file || file.name === '' || file.content.length > 0, 'empty-file')
  .transform((file): UploadedFile | null => (file && file.content.length > 0 ? { ...file, name: plainName(file.name) } : null));

/** Some browsers send a whole path, and a name may hold characters that break a header: only the last, printable part stays. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').slice(-LONGEST_NAME).trim() || 'file';
}

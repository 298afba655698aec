import type { VNode } from 'preact';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.js';

export interface FileFieldProps extends FieldProps {
  /** Endings or media types, as HTML's `accept` has them. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** A file from the person's machine; its `Form` needs `upload`. */
export const FileField = ({ accept, multiple, ...field }: FileFieldProps): VNode => (
  <FieldFrame {...field}>
    <input {...controlAttributes(field)} class="control control-file" type="file" accept={accept} multiple={multiple} />
  </FieldFrame>
);

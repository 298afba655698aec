/** Whether the bytes are a keytab of the present form (MIT krb5, "Keytab file format", 0x0502) with at least one key. */
export const isKeytab = (bytes: Buffer): boolean => bytes.length > 10 && bytes.readUInt16BE(0) === 0x0502;

import type { IntakeFault } from '../../../domain/intake-fault.ts';

type Fields = readonly (readonly [id: number, data: Buffer])[];

const unixType = (mode: number): number => mode & 0o170000;

/** Why the extra fields of a header refuse the whole: a link or a device told by Info-ZIP (0x756e) or PKWARE (0x000d), encryption (0x9901, 0x0017). Null when they do not. */
export const isFieldsRefused = (fields: Fields): IntakeFault | null => {
  for (const [id, data] of fields) {
    if (id === 0x9901 || id === 0x0017) return 'encrypted';
    // The target of a link, or the numbers of a device, follow the twelve bytes that a plain file has.
    if (id === 0x000d && data.length > 12) return 'link';
    if (id === 0x756e && data.length >= 6) {
      const type = unixType(data.readUInt16LE(4));
      if (type === 0o120000) return 'link';
      if (type !== 0 && type !== 0o100000 && type !== 0o040000) return 'special-file';
    }
  }
  return null;
};

/** The Unicode paths of Info-ZIP among the extra fields. Source: APPNOTE.TXT 4.6.9. */
export const unicodePathsOf = (fields: Fields): readonly Buffer[] => fields.filter(([id]) => id === 0x7075).map(([, data]) => data);

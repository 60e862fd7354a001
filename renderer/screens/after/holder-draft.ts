import type { HolderIdentity } from '../../../domain/holder.ts';

/** What is typed of an identity, whichever way it names the holder. */
export interface IdentityDraft {
  readonly kind: HolderIdentity['kind'];
  readonly birthName: string;
  readonly usageName: string;
  readonly firstName: string;
  readonly secondName: string;
  readonly thirdName: string;
  readonly year: string;
  readonly month: string;
  readonly date: string;
  readonly sex: 'F' | 'M' | '';
  readonly place: 'france' | 'abroad' | '';
  readonly insee: string;
  readonly town: string;
  readonly postalCode: string;
  readonly country: string;
  readonly fileNumber: string;
}

const empty: IdentityDraft = {
  kind: 'person',
  birthName: '',
  usageName: '',
  firstName: '',
  secondName: '',
  thirdName: '',
  year: '',
  month: '',
  date: '',
  sex: '',
  place: '',
  insee: '',
  town: '',
  postalCode: '',
  country: '',
  fileNumber: '',
};

/** The form of an identity that is kept, or that the minute gives. */
export const draftOf = (identity: HolderIdentity): IdentityDraft => {
  if (identity.kind === 'file')
    return { ...empty, kind: 'file', fileNumber: identity.fileNumber, birthName: identity.familyName, firstName: identity.firstName };
  const { birthDate, birthplace, ...names } = identity;
  const [year = '', month = '', date = ''] = birthDate.split('-');
  const { kind: place, ...where } = birthplace;
  return { ...empty, ...names, year, month, date, place: place === 'unknown' ? '' : place, ...where };
};

const birthOf = ({ year, month, date }: IdentityDraft): string | null => {
  const parts = [year, month, date].map((part) => part.trim());
  const [typedYear = '', typedMonth = '', typedDate = ''] = parts;
  if (parts.every((part) => part === '')) return '';
  if (!/^\d{4}$/.test(typedYear) || !/^\d{0,2}$/.test(typedMonth) || !/^\d{0,2}$/.test(typedDate) || (typedMonth === '' && typedDate !== '')) return null;
  return [typedYear, ...[typedMonth, typedDate].filter((part) => part !== '').map((part) => part.padStart(2, '0'))].join('-');
};

/** The identity that a form says; null while its birth date is none, whole or in part. */
export const identityOf = (draft: IdentityDraft): HolderIdentity | null => {
  const { kind, birthName, usageName, firstName, secondName, thirdName, sex, place, insee, town, postalCode, country, fileNumber } = draft;
  if (kind === 'file') return { kind, fileNumber, familyName: birthName, firstName };
  const birthDate = birthOf(draft);
  if (birthDate === null) return null;
  const names = { birthName, usageName, firstName, secondName, thirdName };
  if (place === '') return { kind, ...names, birthDate, sex, birthplace: { kind: 'unknown' } };
  const birthplace = place === 'france' ? { kind: place, insee: insee.trim().toUpperCase(), town } : { kind: place, postalCode, town, country };
  return { kind, ...names, birthDate, sex, birthplace };
};

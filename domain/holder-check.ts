import type { Candidate } from './candidate.ts';
import { identityFrom, type Birthplace, type DeclarationSettings, type HolderIdentity, type HolderRemark } from './holder.ts';
import { day, type Day } from './time.ts';

const blocking = (code: HolderRemark['code'], value = ''): HolderRemark => ({ weight: 'blocking', code, value: value.slice(0, 200) });
const doubtful = (code: HolderRemark['code'], value = ''): HolderRemark => ({ weight: 'doubtful', code, value: value.slice(0, 200) });

/** The lengths of the schema 1.1.5, in characters. */
const most = { name: 60, fileName: 30, fileFirstName: 20, fileNumber: 13, postalCode: 9, contract: 20 } as const;

const lengthOf = (value: string): number => [...value].length;

/** Letters of any alphabet with their accents, then hyphens, apostrophes, spaces and a final point. */
const isName = (value: string): boolean => /^\p{L}[\p{L}\p{M} '’\-.]*$/u.test(value);
const isInitial = (value: string): boolean => /^\p{L}\p{M}*\.?(?:[ -]\p{L}\p{M}*\.?)*$/u.test(value);

const nameRemarks = (value: string, longest: number): HolderRemark[] => {
  if (value === '') return [];
  if (lengthOf(value) > longest) return [blocking('name-too-long', value)];
  return isName(value) ? [] : [doubtful('name-characters', value)];
};

const firstNameRemarks = (value: string, longest: number): HolderRemark[] => {
  if (value === '') return [blocking('first-name-missing')];
  return [...nameRemarks(value, longest), ...(isInitial(value) ? [doubtful('first-name-initial', value)] : [])];
};

/** Whole years between a birth date and a day; a month or a day unknown is taken at its latest. */
const ageOn = (birth: string, on: Day): number => {
  const [year = '', month = '12', date = '31'] = birth.split('-');
  return Number(on.slice(0, 4)) - Number(year) - (`${month}-${date}` > on.slice(5) ? 1 : 0);
};

const exists = (birth: string): boolean => {
  const [year = '', month = '01', date = '01'] = birth.split('-');
  return day.safeParse(`${year}-${month}-${date}`).success && year >= '1900' && year <= '2099';
};

const birthRemarks = (birth: string, awardedOn: Day, today: Day): HolderRemark[] => {
  if (birth === '') return [blocking('birth-date-missing')];
  if (!exists(birth)) return [blocking('birth-date-impossible', birth)];
  if (birth > today.slice(0, birth.length)) return [blocking('birth-date-future', birth)];
  const age = ageOn(birth, awardedOn);
  return [...(age < 15 || age > 90 ? [doubtful('birth-date-age', birth)] : []), ...(birth.length < 10 ? [doubtful('birth-date-partial', birth)] : [])];
};

/** Departments by their two or three first characters. 98 names the collectivities of the Pacific, with a third character. Source: code officiel géographique. */
const isDepartment = (insee: string): boolean => /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[4-9])/.test(insee);

const inseeRemarks = (insee: string): HolderRemark[] => {
  if (insee === '') return [blocking('insee-missing')];
  if (/^99\d{3}$/.test(insee)) return [blocking('insee-country', insee)];
  if (!/^(?:\d{5}|2[AB]\d{3})$/.test(insee)) return [blocking('insee-malformed', insee)];
  if (insee.startsWith('20')) return [doubtful('insee-corsica', insee)];
  return isDepartment(insee) ? [] : [doubtful('insee-department', insee)];
};

const townRemarks = (town: string): HolderRemark[] => {
  if (town === '') return [doubtful('town-missing')];
  return lengthOf(town) > most.name ? [blocking('town-too-long', town)] : [];
};

const placeRemarks = (place: Birthplace): HolderRemark[] => {
  switch (place.kind) {
    case 'unknown':
      return [blocking('birthplace-missing')];
    case 'france':
      return [...inseeRemarks(place.insee), ...townRemarks(place.town)];
    case 'abroad': {
      const { country, postalCode, town } = place;
      const long = lengthOf(country) > most.name ? [blocking('country-too-long', country)] : [];
      const postal = lengthOf(postalCode) > most.postalCode ? [blocking('postal-too-long', postalCode)] : [];
      return [
        ...(country === '' ? [blocking('country-missing')] : long),
        ...(/^france$/iu.test(country) ? [doubtful('country-france', country)] : []),
        ...postal,
        ...(postalCode !== '' && postal.length === 0 && !/^[A-Za-z0-9][A-Za-z0-9 -]{1,8}$/.test(postalCode) ? [doubtful('postal-doubtful', postalCode)] : []),
        ...townRemarks(town),
      ];
    }
  }
};

const fold = (value: string): string => value.normalize('NFD').replaceAll(/\P{L}/gu, '').toLowerCase();

const minuteRemarks = (identity: HolderIdentity, candidate: Candidate): HolderRemark[] => {
  const minute = identityFrom(candidate);
  if (minute.kind !== 'person') return [];
  const mine = identity.kind === 'person' ? identity.birthName : identity.familyName;
  const differs: string[] = [];
  if (minute.birthName !== '' && fold(mine) !== fold(minute.birthName)) differs.push(minute.birthName);
  if (!fold(minute.firstName).startsWith(fold(identity.firstName)) && identity.firstName !== '') differs.push(minute.firstName);
  if (identity.kind === 'person' && minute.birthDate !== '' && identity.birthDate !== '' && identity.birthDate !== minute.birthDate)
    differs.push(minute.birthDate);
  return differs.map((value) => doubtful('differs-from-minute', value));
};

/** Everything that is missing or doubtful in what would be declared of a holder, in the order of the form. */
export const checkHolder = (identity: HolderIdentity, candidate: Candidate, awardedOn: Day, today: Day): HolderRemark[] => {
  const path = candidate.accessPath === 'CL' ? [doubtful('path-open')] : [];
  if (identity.kind === 'file') {
    const { fileNumber, familyName, firstName } = identity;
    const number = lengthOf(fileNumber) > most.fileNumber ? [blocking('file-too-long', fileNumber)] : [];
    return [
      ...(fileNumber === '' ? [blocking('file-missing')] : number),
      ...(fileNumber !== '' && !/^\d{11,13}$/.test(fileNumber) && number.length === 0 ? [doubtful('file-doubtful', fileNumber)] : []),
      ...(familyName === '' ? [blocking('birth-name-missing')] : nameRemarks(familyName, most.fileName)),
      ...firstNameRemarks(firstName, most.fileFirstName),
      ...path,
      ...minuteRemarks(identity, candidate),
    ];
  }
  const { birthName, usageName, firstName, secondName, thirdName } = identity;
  return [
    ...(birthName === '' ? [blocking('birth-name-missing')] : nameRemarks(birthName, most.name)),
    ...nameRemarks(usageName, most.name),
    ...(usageName !== '' && fold(usageName) === fold(birthName) ? [doubtful('usage-same', usageName)] : []),
    ...firstNameRemarks(firstName, most.name),
    ...nameRemarks(secondName, most.name),
    ...nameRemarks(thirdName, most.name),
    ...(identity.sex === '' ? [blocking('sex-missing')] : []),
    ...birthRemarks(identity.birthDate, awardedOn, today),
    ...placeRemarks(identity.birthplace),
    ...path,
    ...minuteRemarks(identity, candidate),
  ];
};

/** What keeps the organism from declaring anybody: identifiers of exactly 8 characters, a contract of at most 20. */
export const checkSettings = (settings: DeclarationSettings | null): HolderRemark[] => {
  const { sender = '', certifier = '', contract = '' } = settings ?? {};
  return [
    ...(/^[A-Za-z0-9]{8}$/.test(sender) ? [] : [blocking('settings-sender', sender)]),
    ...(/^[A-Za-z0-9]{8}$/.test(certifier) ? [] : [blocking('settings-certifier', certifier)]),
    ...(contract !== '' && lengthOf(contract) <= most.contract ? [] : [blocking('settings-contract', contract)]),
  ];
};

import type { CandidateFields } from '../../domain/candidate.ts';
import type { AccessPath } from '../../domain/jury.ts';
import type { Referential } from '../../domain/referential.ts';
import { day } from '../../domain/time.ts';
import { benchPeople } from '../../words/bench.ts';

const paths: readonly AccessPath[] = ['FI', 'CA', 'FC', 'CQ', 'VAE'];

/** Invents candidates who entered in time and present every block, one in seven having brought the first from an earlier session. */
export const inventCandidates = (count: number, referential: Referential): readonly CandidateFields[] =>
  Array.from({ length: count }, (_, rank) => {
    const codes = referential.blocks.map((block) => block.code);
    const [first] = codes;
    const brings = rank % 7 === 3 && first ? [{ kind: 'earlier' as const, block: first, minute: '2025-JURY-02', on: day.parse('2025-03-11') }] : [];
    return {
      number: String(rank + 1).padStart(3, '0'),
      familyName: `${benchPeople.familyNames[rank % benchPeople.familyNames.length]} ${rank + 1}`,
      usageName: '',
      givenName: benchPeople.givenNames[rank % benchPeople.givenNames.length] ?? '',
      birthDate: day.parse(`19${80 + (rank % 20)}-0${1 + (rank % 9)}-15`),
      email: '',
      accessPath: paths[rank % paths.length] ?? 'FC',
      entryDate: day.parse('2024-09-02'),
      entryProof: benchPeople.entryProof,
      employer: '',
      mentor: '',
      presents: codes.slice(brings.length),
      brings,
    };
  });

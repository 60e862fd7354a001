import type { JurorId } from '../../../domain/ids.ts';
import type { AccessPath } from '../../../domain/jury.ts';
import type { RecordCandidate, SessionRecord } from '../../../domain/minute.ts';
import { minuteWords, pathWords } from '../../../words/minute.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { joinList } from '../../../words/typography.ts';
import { writeList } from '../list.ts';
import { memberOf, sayMember, type Printing } from '../printing.ts';

const words = minuteWords.validity;

interface Bench {
  readonly members: readonly JurorId[];
  readonly president: JurorId | null;
  readonly valid: boolean;
}

interface Group extends Bench {
  readonly candidates: string[];
}

/** The benches that sat for a candidate, each with its blocks: one as a rule, more when a member came or left between two decisions. */
const benchesOf = (candidate: RecordCandidate): readonly (Bench & { readonly blocks: readonly string[] })[] => {
  const benches = new Map<string, Bench & { readonly blocks: string[] }>();
  for (const { code, state } of candidate.blocks) {
    if (state.kind !== 'validated' && state.kind !== 'notValidated') continue;
    const { members, president } = state.decision;
    const key = [president, ...members].join(' ');
    const bench = benches.get(key) ?? { members, president, valid: true, blocks: [] };
    bench.blocks.push(shortBlock(code));
    benches.set(key, bench);
  }
  if (benches.size > 0) return [...benches.values()];
  const { members, president, valid } = candidate.composition;
  return candidate.outcome.kind === 'absent' || candidate.outcome.kind === 'excused' ? [] : [{ members, president, valid, blocks: [] }];
};

const groupsOf = (candidates: readonly RecordCandidate[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const candidate of candidates) {
    const benches = benchesOf(candidate);
    for (const { members, president, valid, blocks } of benches) {
      const key = [valid, president, ...members].join(' ');
      const group = groups.get(key) ?? { members, president, valid, candidates: [] };
      group.candidates.push(benches.length > 1 ? `${candidate.number} (${blocks.join(', ')})` : candidate.number);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
};

const sayGroup = (record: SessionRecord, group: Group): string => {
  const names = group.members.map((id) => sayMember(memberOf(record, id)));
  const members = names.length === 0 ? words.nobody : joinList(names);
  if (!group.valid) return words.invalid(members);
  return words.valid(members, group.president === null ? '' : words.president(sayMember(memberOf(record, group.president))));
};

/** Section 5: that the jury may validly deliberate, path by path, with the text applied and the version of the regulations. */
export const drawValidity = ({ sheet, root, record }: Printing, number: number): void => {
  const { regulations, certification } = record;
  sheet.heading(root, `${number}. ${words.heading}`, 2);
  sheet.write(root, words.quorum(minuteWords.certification.regulations(regulations.title, regulations.id, regulations.version), regulations.quorum));
  const rule = words.rule[regulations.decisionRule];
  sheet.write(root, regulations.decisionRule === 'majority' ? `${rule} ${words.tie[regulations.tie]}` : rule);
  for (const path of new Set<AccessPath>(record.candidates.map((candidate) => candidate.accessPath))) {
    const candidates = record.candidates.filter((candidate) => candidate.accessPath === path);
    const groups = groupsOf(candidates);
    if (groups.length === 0) continue;
    sheet.heading(root, words.path(path, pathWords[path]), 3);
    const text = candidates[0]?.composition.text ?? null;
    sheet.write(root, text === null ? words.noText : words.text(`${certification.code}, version\u00A0${certification.version}`, text), { size: 10, after: 4 });
    if (path === 'VAE') sheet.write(root, words.vae, { size: 10, after: 4 });
    writeList(
      sheet,
      root,
      groups.map((group) => [{ text: `${words.candidates(group.candidates)}\u00A0: `, style: 'semibold' as const }, { text: sayGroup(record, group) }]),
    );
  }
};

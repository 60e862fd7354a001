import { useState, type ReactNode } from 'react';
import type { JurorId } from '../../../domain/ids.ts';
import type { MemberView, SessionView, SittingLine, SittingView } from '../../../domain/view.ts';
import { openWords } from '../../../words/open.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { nameMember } from './names.ts';
import styles from './open.module.css';

interface Need {
  readonly titular: MemberView;
  readonly why: 'recused' | 'absent';
  readonly lines: readonly SittingLine[];
}

const isEmpty = (line: SittingLine, titular: MemberView, titulars: number): boolean =>
  !line.composition.sitting.includes(titular.juror.id) && line.composition.sitting.length < titulars;

/** The seats that nobody takes: a titular who is recused, or not here once two others are. */
export const findNeeds = (sitting: SittingView): Need[] => {
  const titulars = sitting.members.filter((member) => member.juror.seat === 'titular');
  const here = sitting.members.filter((member) => member.present).length;
  return titulars.flatMap((titular): Need[] => {
    const recused = sitting.candidates.filter((line) => line.recusals.some((recusal) => recusal.jurorId === titular.juror.id && recusal.substitute === null));
    const empty = sitting.candidates.filter((line) => !recused.includes(line) && isEmpty(line, titular, titulars.length));
    return [
      ...(recused.length === 0 ? [] : [{ titular, why: 'recused' as const, lines: recused }]),
      ...(titular.present || here < 2 || empty.length === 0 ? [] : [{ titular, why: 'absent' as const, lines: empty }]),
    ];
  });
};

const NeedRow = (props: {
  readonly session: SessionView;
  readonly need: Need;
  readonly substitutes: readonly MemberView[];
  readonly onChanged: () => Promise<void>;
}): ReactNode => {
  const { session, need, substitutes } = props;
  const { busy, failure, run } = useWrite();
  const [chosen, setChosen] = useState<JurorId | ''>(substitutes.length === 1 ? (substitutes[0]?.juror.id ?? '') : '');
  const [named, setNamed] = useState<JurorId | null>(null);
  const waiting = substitutes.find((member) => member.juror.id === named && member.juror.id === chosen);
  const name = async (): Promise<void> => {
    if (chosen === '') return;
    const answer = await run('room.substitute', {
      sessionId: session.id,
      candidateIds: need.lines.map((line) => line.id),
      replaced: need.titular.juror.id,
      substitute: chosen,
    });
    if (!answer.ok) return;
    setNamed(chosen);
    await props.onChanged();
  };
  const sentence = openWords.substituteNeeds(
    nameMember(need.titular),
    need.why === 'recused' ? openWords.whyRecused : openWords.whyAbsent,
    need.lines.map((line) => line.name),
  );
  return (
    <Notice kind="warning" title={sentence}>
      <div className={styles['need']}>
        <Select
          label={openWords.substitute}
          value={chosen}
          onChange={setChosen}
          options={substitutes.map((member) => ({
            value: member.juror.id,
            label: member.present ? nameMember(member) : `${nameMember(member)} (${openWords.substituteNotHere})`,
          }))}
        />
        {waiting === undefined ? (
          <Button busy={busy} disabled={chosen === ''} onPress={() => void name()}>
            {openWords.substituteAct}
          </Button>
        ) : null}
      </div>
      <p role="status">{waiting === undefined ? '' : openWords.substituteNamed(nameMember(waiting), waiting.present)}</p>
      <FailureNotice failure={failure} />
    </Notice>
  );
};

/** The substitutes to name, seat by seat. */
export const Substitutes = (props: { readonly session: SessionView; readonly sitting: SittingView; readonly onChanged: () => Promise<void> }): ReactNode => {
  const { session, sitting } = props;
  const needs = findNeeds(sitting);
  const substitutes = sitting.members.filter((member) => member.juror.seat === 'substitute');
  if (needs.length === 0 || (sitting.phase !== 'preparing' && sitting.phase !== 'open')) return null;
  return (
    <Section title={openWords.substituteTitle}>
      {substitutes.length === 0 ? <p>{openWords.noSubstitute}</p> : null}
      {needs.map((need) =>
        substitutes.length === 0 ? null : (
          <NeedRow key={`${need.titular.juror.id} ${need.why}`} session={session} need={need} substitutes={substitutes} onChanged={props.onChanged} />
        ),
      )}
    </Section>
  );
};

import { useState, type ReactNode } from 'react';
import type { SessionView, SittingView } from '../../../domain/view.ts';
import { openWords } from '../../../words/open.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/frame.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import type { Screen } from '../../store/screen.ts';
import { useStore } from '../../store/store.ts';
import { Compositions } from './compositions.tsx';
import { DeclareDialog } from './declare.tsx';
import { Members } from './members.tsx';
import { nameMember } from './names.ts';
import { OpenPanel } from './panel.tsx';
import { PinDialog, type PinHolder } from './pin-dialog.tsx';
import { Substitutes } from './substitutes.tsx';
import styles from './open.module.css';

type Asked =
  | { readonly kind: 'none' }
  | { readonly kind: 'pin'; readonly holder: PinHolder }
  | { readonly kind: 'declare'; readonly member: SittingView['members'][number] };

const Room = (props: { readonly session: SessionView; readonly sitting: SittingView; readonly changed: () => Promise<void> }): ReactNode => {
  const { session, sitting, changed } = props;
  const go = useStore((state) => state.go);
  const readSession = useStore((state) => state.readSession);
  const { busy, failure, run } = useWrite();
  const [asked, setAsked] = useState<Asked>({ kind: 'none' });
  const close = (): void => setAsked({ kind: 'none' });
  const after = async (): Promise<void> => {
    close();
    await Promise.all([changed(), readSession(session.id)]);
  };
  const { id: sessionId } = session;
  const late = sitting.members.filter((member) => member.present && member.declaredAt === null);
  return (
    <div className={[styles['room'], sitting.phase === 'preparing' ? '' : styles['alone']].join(' ')}>
      <div className={styles['main']} data-region>
        <div className={styles['title']}>
          <h1>{sitting.phase === 'preparing' ? openWords.title : openWords.openedHead}</h1>
          <p className={styles['muted']}>{sitting.phase === 'preparing' ? openWords.intro : openWords.openedIntro}</p>
        </div>
        {sitting.phase === 'open' ? (
          <Notice
            kind="success"
            title={openWords.openedTitle}
            actions={
              <Button kind="primary" onPress={() => go({ kind: 'deliberate', sessionId })}>
                {openWords.goDeliberate}
              </Button>
            }
          >
            <p>{openWords.opened}</p>
          </Notice>
        ) : null}
        {sitting.phase === 'open' && late.length > 0 ? (
          <Notice kind="warning" title={openWords.lateTitle(late.map(nameMember))}>
            <p>{openWords.lateText}</p>
          </Notice>
        ) : null}
        <Section title={openWords.membersTitle}>
          <FailureNotice failure={failure} />
          <Members
            sitting={sitting}
            busy={busy}
            onAttendance={(member) => void run('room.attendance', { sessionId, jurorId: member.juror.id, present: !member.present }).then(changed)}
            onDesignate={(member, rank) => void run('room.designate', { sessionId, jurorId: member.juror.id, rank }).then(changed)}
            onPin={(member) => setAsked({ kind: 'pin', holder: { id: member.juror.id, name: nameMember(member), set: member.pinSet } })}
            onDeclare={(member) => setAsked({ kind: 'declare', member })}
          />
        </Section>
        <Substitutes session={session} sitting={sitting} onChanged={changed} />
        <Compositions session={session} sitting={sitting} onChanged={changed} />
      </div>
      <OpenPanel
        session={session}
        sitting={sitting}
        onOpened={after}
        onLeadPin={() => setAsked({ kind: 'pin', holder: { id: 'lead', name: openWords.leadName, set: session.leadPinSet } })}
      />
      {asked.kind === 'pin' ? <PinDialog sessionId={sessionId} holder={asked.holder} onClose={close} onDone={() => void after()} /> : null}
      {asked.kind === 'declare' ? (
        <DeclareDialog sessionId={sessionId} sitting={sitting} member={asked.member} onClose={close} onDone={() => void after()} />
      ) : null}
    </div>
  );
};

/** Open: who is here and presides, each member’s code and declaration, the composition for each candidate, then the lead opens. */
export default function Open({ screen }: { readonly screen: Extract<Screen, { kind: 'open' }> }): ReactNode {
  const session = useStore((state) => state.session);
  const go = useStore((state) => state.go);
  const { sessionId } = screen;
  const { reading, reload } = useRead('sitting.get', { sessionId });
  if (session === null) return null;
  return (
    <div className={styles['page']}>
      <Loaded reading={reading} retry={() => void reload()}>
        {(sitting) =>
          sitting.members.length === 0 ? (
            <Page title={openWords.title}>
              <EmptyState
                title={openWords.noJuror}
                actions={<Button onPress={() => go({ kind: 'prepare', sessionId, section: 'jury' })}>{openWords.goJury}</Button>}
              >
                {openWords.noJurorText}
              </EmptyState>
            </Page>
          ) : (
            <Room session={session} sitting={sitting} changed={reload} />
          )
        }
      </Loaded>
    </div>
  );
}

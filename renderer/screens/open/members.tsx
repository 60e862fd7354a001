import type { ReactNode } from 'react';
import type { MemberView, SittingView } from '../../../domain/view.ts';
import { jurorWords } from '../../../words/jury.ts';
import { openWords } from '../../../words/open.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { nameMember } from './names.ts';
import styles from './open.module.css';

interface MembersProps {
  readonly sitting: SittingView;
  readonly busy: boolean;
  readonly onAttendance: (member: MemberView) => void;
  readonly onDesignate: (member: MemberView, rank: 'president' | 'deputy') => void;
  readonly onPin: (member: MemberView) => void;
  readonly onDeclare: (member: MemberView) => void;
}

const Rank = (props: {
  readonly member: MemberView;
  readonly preparing: boolean;
  readonly deputyHere: boolean;
  readonly onDesignate: MembersProps['onDesignate'];
}): ReactNode => {
  const { member, onDesignate } = props;
  const name = nameMember(member);
  if (member.rank === 'president') return <Badge tone="accent">{openWords.president}</Badge>;
  if (!member.present) return member.rank === 'deputy' ? <Badge>{openWords.deputyAs(member.juror.civility)}</Badge> : null;
  return (
    <span className={styles['cell']}>
      {member.rank === 'deputy' ? <Badge>{openWords.deputyAs(member.juror.civility)}</Badge> : null}
      {props.preparing ? (
        <Button kind="quiet" size="small" label={openWords.presidentOf(name)} onPress={() => onDesignate(member, 'president')}>
          {openWords.makePresident}
        </Button>
      ) : null}
      {member.rank === 'deputy' || (!props.preparing && props.deputyHere) ? null : (
        <Button kind="quiet" size="small" label={openWords.deputyOf(name)} onPress={() => onDesignate(member, 'deputy')}>
          {openWords.makeDeputy}
        </Button>
      )}
    </span>
  );
};

const Declaration = (props: {
  readonly member: MemberView;
  readonly phase: SittingView['phase'];
  readonly onDeclare: MembersProps['onDeclare'];
}): ReactNode => {
  const { member, phase } = props;
  const declared = member.declaredAt !== null;
  // Once the session is open a declaration is made once, by a member who comes late.
  const may = member.pinSet && (phase === 'preparing' || (phase === 'open' && !declared));
  const first = phase === 'open' && !declared && !member.pinSet && member.present;
  return (
    <span className={styles['cell']}>
      {declared ? <Badge tone="success">{member.links.length === 0 ? openWords.noLink : openWords.links(member.links.length)}</Badge> : null}
      {first ? <span className={styles['muted']}>{openWords.pinFirst}</span> : null}
      {may ? (
        <Button
          kind={declared ? 'quiet' : 'secondary'}
          size="small"
          label={declared ? openWords.declareAgainOf(nameMember(member)) : openWords.declareOf(nameMember(member))}
          onPress={() => props.onDeclare(member)}
        >
          {declared ? openWords.declareAgain : openWords.declare}
        </Button>
      ) : null}
    </span>
  );
};

/** The members in the room: presence, presidency, personal code, declaration. */
export const Members = (props: MembersProps): ReactNode => {
  const { sitting, busy } = props;
  const preparing = sitting.phase === 'preparing';
  // Once the session is open the casting vote does not change hands while whoever may hold it is here.
  const deputyHere = sitting.members.some((member) => member.rank === 'deputy' && member.present);
  const movable = preparing || sitting.phase === 'open';
  return (
    <DataTable
      tight
      caption={openWords.membersTitle}
      rows={sitting.members}
      keyOf={(member) => member.juror.id}
      columns={[
        {
          key: 'name',
          head: openWords.column.name,
          rowHead: true,
          whole: true,
          cell: (member) => (
            <>
              <div>{nameMember(member)}</div>
              <div className={styles['muted']}>
                {jurorWords.seats[member.juror.seat]} · {jurorWords.memberships[member.juror.membership].toLowerCase()}
              </div>
            </>
          ),
        },
        {
          key: 'presence',
          head: openWords.column.presence,
          cell: (member) => (
            <span className={styles['cell']}>
              {member.present ? <Badge tone="success">{openWords.presentAs(member.juror.civility)}</Badge> : null}
              {movable ? (
                <Button
                  kind={member.present ? 'quiet' : 'secondary'}
                  size="small"
                  busy={busy}
                  label={member.present ? openWords.leaveOf(nameMember(member)) : openWords.arriveOf(nameMember(member))}
                  onPress={() => props.onAttendance(member)}
                >
                  {member.present ? openWords.leave : openWords.arrive}
                </Button>
              ) : null}
            </span>
          ),
        },
        {
          key: 'pin',
          head: openWords.column.pin,
          cell: (member) => (
            <span className={styles['cell']}>
              {member.pinSet ? <Badge tone="success">{openWords.pinSet}</Badge> : null}
              {movable ? (
                <Button
                  kind={member.pinSet ? 'quiet' : 'secondary'}
                  size="small"
                  label={member.pinSet ? openWords.changePinOf(nameMember(member)) : openWords.choosePinOf(nameMember(member))}
                  onPress={() => props.onPin(member)}
                >
                  {member.pinSet ? openWords.changePin : openWords.choosePin}
                </Button>
              ) : null}
            </span>
          ),
        },
        {
          key: 'declaration',
          head: openWords.column.declaration,
          cell: (member) => <Declaration member={member} phase={sitting.phase} onDeclare={props.onDeclare} />,
        },
        {
          key: 'rank',
          head: openWords.column.rank,
          cell: (member) =>
            movable ? (
              <Rank member={member} preparing={preparing} deputyHere={deputyHere} onDesignate={props.onDesignate} />
            ) : member.rank === 'president' ? (
              <Badge tone="accent">{openWords.president}</Badge>
            ) : null,
        },
      ]}
    />
  );
};

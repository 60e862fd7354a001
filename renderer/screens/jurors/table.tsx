import type { ReactNode } from 'react';
import { fullName } from '../../../domain/candidate.ts';
import type { JurorFileId } from '../../../domain/ids.ts';
import type { JurorFileLine } from '../../../domain/juror-file.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { jurorWords } from '../../../words/jury.ts';
import { verbs } from '../../../words/screens.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import styles from './jurors.module.css';

/** The name of a person of the directory, with the civility that was given. */
export const nameOf = (file: Pick<JurorFileLine, 'civility' | 'givenName' | 'familyName'>): string =>
  [file.civility.replace(/$/, file.civility === '' ? '' : '\u00a0'), fullName(file)].join('');

/** The directory, a line a person. */
export const JurorFileTable = (props: { readonly rows: readonly JurorFileLine[]; readonly onOpen: (id: JurorFileId) => void }): ReactNode => (
  <DataTable
    caption={words.title}
    rows={props.rows}
    keyOf={(file) => file.id}
    columns={[
      {
        key: 'name',
        head: words.column.name,
        rowHead: true,
        cell: (file) => (
          <>
            {nameOf(file)}
            {file.archivedAt === null ? null : (
              <div>
                <Badge>{words.archived}</Badge>
              </div>
            )}
          </>
        ),
      },
      {
        key: 'quality',
        head: words.column.quality,
        cell: (file) => (
          <>
            <div>
              {file.quality}, {file.employer}
            </div>
            {file.trade === '' ? null : <div className={styles['muted']}>{file.trade}</div>}
          </>
        ),
      },
      { key: 'membership', head: words.column.membership, cell: (file) => jurorWords.memberships[file.membership] },
      { key: 'qualified', head: words.column.qualified, cell: (file) => file.qualifications.map((each) => each.certification).join(', ') || '—' },
      {
        key: 'sat',
        head: words.column.sat,
        whole: true,
        cell: (file) => {
          const sat = file.seats.filter((seat) => seat.sat);
          const coming = file.seats.filter((seat) => seat.phase === 'preparing').length;
          return (
            <>
              <div>{words.sat(sat.length)}</div>
              {sat[0] === undefined ? null : <div className={styles['muted']}>{words.last(sat[0].heldOn)}</div>}
              {coming === 0 ? null : <div className={styles['muted']}>{words.coming(coming)}</div>}
            </>
          );
        },
      },
      {
        key: 'acts',
        head: <span className="visually-hidden">{words.column.acts}</span>,
        align: 'end',
        width: 'narrow',
        cell: (file) => (
          <Button kind="quiet" size="small" label={`${verbs.edit} ${nameOf(file)}`} onPress={() => props.onOpen(file.id)}>
            {verbs.edit}
          </Button>
        ),
      },
    ]}
  />
);

import type { ReactNode } from 'react';
import type { JurorFileLine, SeatOfFile } from '../../../domain/juror-file.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { jurorWords } from '../../../words/jury.ts';
import { formatDay } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import styles from './jurors.module.css';

const State = ({ seat }: { readonly seat: SeatOfFile }): ReactNode => {
  if (seat.sat) return <Badge tone="success">{words.seatSat}</Badge>;
  if (seat.phase === 'open') return <Badge tone="accent">{words.seatOpen}</Badge>;
  if (seat.phase !== 'preparing') return <Badge>{words.seatAbsent}</Badge>;
  return seat.differences.length > 0 ? <Badge tone="warning">{words.differs}</Badge> : <Badge>{words.seatComing}</Badge>;
};

/** The sessions where a person is a member; whether the person sat is told by their acts. */
export const Seats = ({ file }: { readonly file: JurorFileLine }): ReactNode =>
  file.seats.length === 0 ? (
    <p className={styles['muted']}>{words.noSeat}</p>
  ) : (
    <DataTable
      dense
      caption={words.seats}
      rows={file.seats}
      keyOf={(seat) => seat.jurorId}
      columns={[
        {
          key: 'session',
          head: words.seatColumn.session,
          rowHead: true,
          cell: (seat) => (
            <>
              {seat.number}
              <div className={styles['muted']}>{[seat.title, seat.certification].filter((part) => part !== '').join(' · ')}</div>
            </>
          ),
        },
        { key: 'date', head: words.seatColumn.date, cell: (seat) => formatDay(seat.heldOn) },
        { key: 'seat', head: words.seatColumn.seat, cell: (seat) => jurorWords.seats[seat.seat] },
        { key: 'state', head: words.seatColumn.state, cell: (seat) => <State seat={seat} /> },
      ]}
    />
  );

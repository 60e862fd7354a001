import { useEffect, useRef, type ReactNode } from 'react';
import type { JuryView } from '../../../domain/accommodation.ts';
import type { JurorId } from '../../../domain/ids.ts';
import { accommodationCardWords } from '../../../words/accommodation-card.ts';
import { measureWords } from '../../../words/accommodation.ts';
import { Button } from '../../parts/button.tsx';
import type { Table } from './table.ts';
import styles from './accommodation.module.css';

/** The measures and their effect; never a cause. */
export const AccommodationText = (props: { readonly view: JuryView }): ReactNode => {
  const { measures, effect } = props.view;
  return (
    <p>
      {effect} <span className={styles['muted']}>{measures.map((measure) => measureWords[measure]).join(' · ')}</span>
    </p>
  );
};

/** The accommodation: the measure and its effect; who has still to confirm having read it, where no seat asks for it. */
export const AccommodationCard = (props: { readonly table: Table; readonly seatsAsk: boolean; readonly onRead: (id: JurorId) => void }): ReactNode => {
  const { table } = props;
  const { accommodation, readBy, line } = table.view;
  const unread = line.composition.sitting.filter((id) => !readBy.includes(id));
  const people = useRef<HTMLDivElement>(null);
  const reading = useRef(false);
  // One has confirmed: the laptop goes to the next.
  useEffect(() => {
    if (!reading.current) return;
    reading.current = false;
    people.current?.querySelector('button')?.focus();
  }, [unread.length]);
  if (accommodation === null) return null;
  const confirm = (id: JurorId): void => {
    reading.current = true;
    props.onRead(id);
  };
  return (
    <section className={[styles['accommodation'], unread.length === 0 ? styles['read'] : ''].join(' ')} aria-label={accommodationCardWords.title}>
      <p className={styles['accommodationTitle']}>{unread.length === 0 ? accommodationCardWords.readTitle : accommodationCardWords.title}</p>
      <AccommodationText view={accommodation} />
      {unread.length === 0 || props.seatsAsk ? null : (
        <div className={styles['toRead']} ref={people}>
          <span className={styles['muted']}>{table.open ? accommodationCardWords.confirmBy : accommodationCardWords.toRead(unread.map(table.nameOf))}</span>
          {table.open
            ? unread.map((id) => (
                <Button key={id} size="small" label={accommodationCardWords.confirmAs(table.nameOf(id))} onPress={() => confirm(id)}>
                  {table.nameOf(id)}
                </Button>
              ))
            : null}
        </div>
      )}
    </section>
  );
};

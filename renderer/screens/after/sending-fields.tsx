import type { ReactNode } from 'react';
import type { SendingWay } from '../../../domain/notification.ts';
import type { Day } from '../../../domain/time.ts';
import { notificationWords } from '../../../words/notification.ts';
import { RadioCards } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';

const words = notificationWords.noting;
const ways = (['post', 'mail', 'hand'] as const).map((value) => ({ value, label: words.ways[value] }));

/** When a letter left and by which way; nothing is chosen beforehand. */
export const SendingFields = (props: {
  readonly on: Day | null;
  readonly way: SendingWay | null;
  readonly tried: boolean;
  readonly onDay: (on: Day | null) => void;
  readonly onWay: (way: SendingWay) => void;
}): ReactNode => (
  <>
    <DateField label={words.on} value={props.on} onChange={props.onDay} error={props.tried && props.on === null ? words.onMissing : null} />
    <RadioCards label={words.way} value={props.way} options={ways} onChange={props.onWay} error={props.tried && props.way === null ? words.wayMissing : null} />
  </>
);

import { useState, type ReactNode } from 'react';
import type { SessionId } from '../../../domain/ids.ts';
import type { SittingView } from '../../../domain/view.ts';
import { reviewWords } from '../../../words/review.ts';
import { formatTime } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { HealthHint } from '../../parts/health-hint.tsx';
import { Section } from '../../parts/section.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { FormDialog } from '../deliberate/form-dialog.tsx';
import { useTypedText } from '../../store/typed-text.ts';
import styles from './review.module.css';

const IncidentDialog = (props: { readonly sessionId: SessionId; readonly onDone: () => void; readonly onClose: () => void }): ReactNode => {
  const { run } = useWrite();
  const typed = useTypedText('incident');
  const text = typed.text;
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={reviewWords.addIncident}
      verb={reviewWords.recordIncident}
      check={() => {
        setTried(true);
        return text.trim() !== '';
      }}
      submit={() => run('sitting.incident', { sessionId: props.sessionId, text })}
      onDone={typed.andForget(props.onDone)}
      onClose={typed.andForget(props.onClose)}
    >
      <TextArea
        autoFocus
        label={reviewWords.incidentText}
        hint={reviewWords.incidentHint}
        value={text}
        onChange={typed.change}
        maxLength={4000}
        error={tried && text.trim() === '' ? reviewWords.incidentMissing : null}
      />
      <HealthHint texts={[text]} printed />
    </FormDialog>
  );
};

/** The incidents that the minute will print, "Néant." when there is none. */
export const Incidents = (props: {
  readonly sessionId: SessionId;
  readonly sitting: SittingView;
  readonly timeZone: string;
  readonly onAdded: () => Promise<void>;
}): ReactNode => {
  const [adding, setAdding] = useState(false);
  const { incidents, phase } = props.sitting;
  return (
    <Section
      title={reviewWords.incidents}
      actions={
        phase === 'open' ? (
          <Button size="small" onPress={() => setAdding(true)}>
            {reviewWords.addIncident}
          </Button>
        ) : undefined
      }
    >
      {incidents.length === 0 ? (
        <p className={styles['muted']}>{reviewWords.noIncident}</p>
      ) : (
        <ul className={styles['incidents']}>
          {incidents.map((incident) => (
            <li key={`${incident.at}${incident.text}`}>
              <span className={styles['muted']}>{formatTime(incident.at, props.timeZone)}</span> {incident.text}
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <IncidentDialog
          sessionId={props.sessionId}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            void props.onAdded();
          }}
        />
      ) : null}
    </Section>
  );
};

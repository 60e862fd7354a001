import { useState, type ReactNode } from 'react';
import type { RequestOutput } from '../../../domain/contract.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { RehearsalView } from '../../../domain/rehearsal.ts';
import { rehearsalWords as words } from '../../../words/rehearsal.ts';
import { verbs } from '../../../words/screens.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Actions } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useWork } from '../../store/work.ts';
import styles from './archive.module.css';

/** A file that a person chose to rehearse with. */
export type ChosenToRehearse = RequestOutput<'rehearsal.choose'>;

const Secret = (props: { readonly label: string; readonly value: string; readonly tried: boolean; readonly onChange: (value: string) => void }): ReactNode => (
  <TextField
    label={props.label}
    type="password"
    value={props.value}
    maxLength={400}
    onChange={props.onChange}
    error={props.tried && props.value === '' ? words.secretMissing : null}
  />
);

/** What a rehearsal is made with: the archive that was chosen, the bag of its dossiers when one wants it compared, and what opens them. It runs here; closing stops it. */
export const RehearsalDialog = (props: {
  readonly sessionId: SessionId;
  readonly archive: ChosenToRehearse;
  readonly onClose: () => void;
  readonly onTold: (told: RehearsalView) => void;
}): ReactNode => {
  const { sessionId, archive } = props;
  const { run, busy, failure } = useWrite();
  const work = useWork();
  const [dossiers, setDossiers] = useState<ChosenToRehearse | null>(null);
  const [secret, setSecret] = useState('');
  const [dossiersSecret, setDossiersSecret] = useState('');
  const [tried, setTried] = useState(false);
  const add = async (): Promise<void> => {
    const answer = await run('rehearsal.choose', {});
    if (answer.ok) setDossiers(answer.value);
  };
  const remove = (): void => {
    setDossiers(null);
    setDossiersSecret('');
  };
  const given = ({ handle, name, encrypted }: ChosenToRehearse, opener: string) => ({ handle, name, secret: encrypted ? opener : null });
  const start = async (): Promise<void> => {
    setTried(true);
    if ((archive.encrypted && secret === '') || (dossiers?.encrypted === true && dossiersSecret === '')) return;
    const bag = dossiers === null ? null : given(dossiers, dossiersSecret);
    const answer = await run('rehearsal.run', { sessionId, archive: given(archive, secret), dossiers: bag });
    if (!answer.ok) return;
    work.follow(answer.value.work, async (name) => {
      const told = await ask('rehearsal.get', { work: name });
      if (told.ok) props.onTold(told.value);
    });
  };
  return (
    <Dialog title={words.dialog} open onClose={props.onClose} size="small">
      <Form className={styles['form']} onSubmit={start}>
        <dl className={styles['file']}>
          <dt>{words.archive}</dt>
          <dd>{archive.name}</dd>
          <dt>{words.dossiers}</dt>
          <dd>{dossiers === null ? words.noDossiers : dossiers.name}</dd>
        </dl>
        {archive.encrypted ? <Secret label={words.archiveSecret} value={secret} tried={tried} onChange={setSecret} /> : null}
        {dossiers?.encrypted === true ? <Secret label={words.dossiersSecret} value={dossiersSecret} tried={tried} onChange={setDossiersSecret} /> : null}
        <Actions>
          {dossiers === null ? (
            <Button size="small" onPress={() => void add()}>
              {words.addDossiers}
            </Button>
          ) : (
            <Button size="small" onPress={remove}>
              {words.removeDossiers}
            </Button>
          )}
        </Actions>
        <Progress work={work} />
        <FailureNotice failure={failure ?? work.failure} />
        <Actions end>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy || work.progress !== null}>
            {words.verb}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

import { useState, type ReactNode } from 'react';
import type { PersonFound } from '../../../domain/retention.ts';
import { accessWords as words } from '../../../words/access.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/choice.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import styles from './retention.module.css';

/** A candidate's own data, found by name across sessions and saved in one file with its letter. */
export const Person = (): ReactNode => {
  const { run, busy, failure } = useWrite();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [accommodations, setAccommodations] = useState(false);
  const [encrypted, setEncrypted] = useState(true);
  const [phrase, setPhrase] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const [written, setWritten] = useState<string | null>(null);
  const { reading } = useRead('access.find', name.trim().length < 2 ? null : { name });
  const found = name.trim().length >= 2 && reading.kind === 'ready' ? reading.value : null;
  const people = (found ?? []).filter(({ candidateId }) => chosen.includes(candidateId));
  const short = encrypted && phrase.length < 12;
  const choose = ({ candidateId }: PersonFound, taken: boolean): void =>
    setChosen((before) => [...before.filter((id) => id !== candidateId), ...(taken ? [candidateId] : [])]);
  const save = async (): Promise<void> => {
    setTried(true);
    if (short || passphrase === '' || people.length === 0) return;
    const asked = people.map(({ sessionId, candidateId }) => ({ sessionId, candidateId }));
    const answer = await run('access.export', { people: asked, accommodations, encryptUnder: encrypted ? phrase : null, passphrase });
    if (!answer.ok) return;
    setWritten(answer.value.fileName);
    setPhrase('');
    setPassphrase('');
    setTried(false);
  };
  return (
    <Section title={words.title} intro={<p>{words.intro}</p>}>
      <Stack>
        <div className={styles['toolbar']}>
          <TextField find label={words.search} value={name} maxLength={120} onChange={setName} />
        </div>
        {found === null ? null : found.length === 0 ? (
          <p role="status">{words.none}</p>
        ) : (
          <fieldset className={styles['people']}>
            <legend>{words.chosen}</legend>
            {found.map((each) => (
              <Checkbox
                key={each.candidateId}
                label={`${words.line(each.name, each.session, each.number)}, ${each.refused ? words.refused : words.born(each.birthDate)}`}
                checked={chosen.includes(each.candidateId)}
                disabled={each.refused}
                onChange={(taken) => choose(each, taken)}
              />
            ))}
          </fieldset>
        )}
        {written === null ? null : (
          <Notice live kind="success" title={words.done(written)}>
            <p>{words.check}</p>
          </Notice>
        )}
        {people.length === 0 ? null : (
          <Form className={[styles['form'], styles['narrow']].join(' ')} onSubmit={save}>
            <Checkbox label={words.accommodations} hint={words.accommodationsHint} checked={accommodations} onChange={setAccommodations} />
            <Checkbox label={words.encrypt} checked={encrypted} onChange={setEncrypted} />
            {encrypted ? (
              <TextField
                label={words.phrase}
                hint={words.phraseHint}
                type="password"
                value={phrase}
                onChange={setPhrase}
                error={tried && short ? words.phraseShort : null}
              />
            ) : null}
            <TextField
              label={words.passphrase}
              type="password"
              value={passphrase}
              onChange={setPassphrase}
              error={tried && passphrase === '' ? words.passphraseMissing : null}
            />
            <p className={styles['muted']}>{words.check}</p>
            <FailureNotice failure={failure} />
            <Actions>
              <Button kind="primary" type="submit" busy={busy}>
                {words.act}
              </Button>
            </Actions>
          </Form>
        )}
      </Stack>
    </Section>
  );
};

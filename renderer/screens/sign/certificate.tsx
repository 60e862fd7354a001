import { useRef, useState, type ReactNode } from 'react';
import type { RequestInput, RequestOutput } from '../../../domain/contract.ts';
import { ownCertificateWords as words } from '../../../words/own-certificate.ts';
import { formatDay } from '../../../words/typography.ts';
import { Digest } from '../../parts/digest.tsx';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './certificate.module.css';

type Own = NonNullable<RequestInput<'minute.sign'>['certificate']>;
type Facts = RequestOutput<'certificate.open'>;

/** How the certificate stands: not wanted, wanted but not read yet, or read and ready to sign. */
export type OwnChoice = { readonly kind: 'none' } | { readonly kind: 'wanted' } | { readonly kind: 'ready'; readonly own: Own };

const Shown = ({ facts }: { readonly facts: Facts }): ReactNode => (
  <dl className={styles['facts']}>
    <dt>{words.subject}</dt>
    <dd>{facts.subject}</dd>
    <dt>{words.issuer}</dt>
    <dd>
      {facts.issuer} <span className={styles['muted']}>({words.unchecked})</span>
    </dd>
    <dt>{words.validity}</dt>
    <dd>{words.fromTo(formatDay(facts.from.slice(0, 10)), formatDay(facts.to.slice(0, 10)))}</dd>
    <dt>{words.key}</dt>
    <dd>{facts.algorithm}</dd>
    <dt>{words.fingerprint}</dt>
    <dd>
      <Digest of="certificate" value={facts.fingerprint} />
    </dd>
  </dl>
);

/** A member's own certificate, as a quiet alternative: its file, its passphrase, what it says; then it signs in the place of a one-time one. */
export const Certificate = (props: { readonly choice: OwnChoice; readonly tried: boolean; readonly onChange: (choice: OwnChoice) => void }): ReactNode => {
  const { run, busy, failure, clear } = useWrite();
  const [file, setFile] = useState<RequestOutput<'certificate.choose'> | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [facts, setFacts] = useState<Facts | null>(null);
  const [returned, setReturned] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  const forget = (): void => {
    setFacts(null);
    clear();
  };
  const choose = async (): Promise<void> => {
    const answer = await run('certificate.choose', {});
    if (!answer.ok) return;
    setFile(answer.value);
    forget();
    props.onChange({ kind: 'wanted' });
  };
  const read = async (): Promise<void> => {
    if (file === null) return;
    const own = { handle: file.handle, passphrase };
    const answer = await run('certificate.open', own);
    setFacts(answer.ok ? answer.value : null);
    props.onChange(answer.ok ? { kind: 'ready', own } : { kind: 'wanted' });
    // The field and its button give way to what was read: the focus follows.
    if (answer.ok) setTimeout(() => shown.current?.focus());
  };
  if (props.choice.kind === 'none')
    return (
      <div>
        <Button kind="quiet" size="small" autoFocus={returned} onPress={() => props.onChange({ kind: 'wanted' })}>
          {words.open}
        </Button>
      </div>
    );
  return (
    <section className={styles['own']} aria-label={words.title} data-invalid={props.tried && props.choice.kind === 'wanted' ? '' : undefined}>
      <h3>{words.title}</h3>
      <p className={styles['muted']}>{words.intro}</p>
      <div className={styles['row']}>
        <Button autoFocus busy={busy} onPress={() => void choose()}>
          {file === null ? words.choose : words.another}
        </Button>
        {file === null ? null : <span role="status">{words.file(file.fileName)}</span>}
      </div>
      {file === null || facts !== null ? null : (
        <div
          className={styles['read']}
          role="presentation"
          onKeyDown={(event) => {
            // Enter reads the certificate; it never signs before what it says was seen.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void read();
          }}
        >
          <TextField
            autoFocus
            type="password"
            label={words.passphrase}
            hint={words.passphraseHint}
            value={passphrase}
            onChange={(typed) => {
              setPassphrase(typed);
              forget();
            }}
          />
          <Button busy={busy} onPress={() => void read()}>
            {words.read}
          </Button>
        </div>
      )}
      <div role="status" ref={shown} tabIndex={-1}>
        {facts === null ? null : <Shown facts={facts} />}
      </div>
      <FailureNotice failure={failure} />
      {props.tried && props.choice.kind === 'wanted' && failure === null ? <p className={styles['error']}>{words.notRead}</p> : null}
      <div>
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            setFile(null);
            setPassphrase('');
            forget();
            setReturned(true);
            props.onChange({ kind: 'none' });
          }}
        >
          {words.back}
        </Button>
      </div>
    </section>
  );
};

import type { ReactNode } from 'react';
import { Check, CircleSlash, X } from 'lucide-react';
import type { VerdictView } from '../../domain/verdict.ts';
import { conclude } from '../../words/conclusion.ts';
import { verifyWords } from '../../words/home.ts';
import { formatInstant, space } from '../../words/typography.ts';
import { Digest } from './digest.tsx';
import { Notice } from './notice.tsx';
import styles from './verdict.module.css';

const kinds = { established: 'success', whole: 'info', notIntact: 'error', unreadable: 'warning' } as const;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const CheckMark = ({ passed, said = false }: { readonly passed: boolean | null; readonly said?: boolean }): ReactNode => {
  const [Icon, word, tone] =
    passed === null
      ? ([CircleSlash, verifyWords.notRun, 'skipped'] as const)
      : passed
        ? ([Check, verifyWords.passed, 'passed'] as const)
        : ([X, verifyWords.failed, 'failed'] as const);
  return (
    <span className={[styles['mark'], styles[tone], said ? styles['told'] : ''].join(' ')}>
      <Icon aria-hidden />
      <span className={said ? styles['said'] : 'visually-hidden'}>{`${word}${space}: `}</span>
    </span>
  );
};

const List = (props: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <section>
    <h3 className={styles['title']}>{props.title}</h3>
    <ul className={styles['list']}>{props.children}</ul>
  </section>
);

// A file that is only closed has no defect, and nothing in it was checked: what is said of it stands beside the field that opens it.
const isClosed = ({ kind, level }: VerdictView): boolean => kind === 'encrypted' && level === 'unreadable';

/** What a full check concludes about a document: the conclusion first, what a person can do next (`children`), then each check, then what it can’t say. */
export const Verdict = ({ verdict, children }: { readonly verdict: VerdictView; readonly children?: ReactNode }): ReactNode => (
  <div className={styles['verdict']}>
    <Notice kind={kinds[verdict.level]} live title={conclude(verdict).title}>
      <p>{conclude(verdict).text}</p>
    </Notice>
    {children}
    <dl className={styles['facts']}>
      <dt>{verifyWords.file}</dt>
      <dd>
        {verdict.fileName} · {verifyWords.kinds[verdict.kind]}
      </dd>
      {verdict.number === null ? null : (
        <>
          <dt>{verifyWords.number}</dt>
          <dd>{verdict.number}</dd>
        </>
      )}
      {verdict.rectifies === null ? null : (
        <>
          <dt>{verifyWords.rectifies}</dt>
          <dd>
            {verdict.rectifies.number}
            <Digest of="file" value={verdict.rectifies.sha256} />
          </dd>
        </>
      )}
      <dt>{verifyWords.digest}</dt>
      <dd>
        <Digest of="file" value={verdict.sha256} />
      </dd>
    </dl>
    {verdict.faults.length === 0 || isClosed(verdict) ? null : (
      <List title={verifyWords.faults}>
        {verdict.faults.map((fault) => (
          <li key={`${fault.rule} ${fault.sentence}`}>
            <CheckMark passed={false} />
            {fault.sentence}
          </li>
        ))}
      </List>
    )}
    {verdict.signers.length === 0 ? null : (
      <List title={verifyWords.signers}>
        {verdict.signers.map((signer) => (
          <li key={`${signer.name} ${signer.capacity}`}>
            <span>
              <strong>{signer.name}</strong> · {verifyWords.capacity[signer.capacity] ?? signer.capacity}
              {signer.claimedAt === null ? null : <span className={styles['muted']}> · {verifyWords.claimed(formatInstant(signer.claimedAt, zone))}</span>}
              <span className={[styles['muted'], styles['origin']].join(' ')}>{signer.certificate}</span>
            </span>
          </li>
        ))}
      </List>
    )}
    {verdict.checks.length === 0 || isClosed(verdict) ? null : (
      <List title={verifyWords.checks}>
        {verdict.checks.map((check) => (
          <li key={check.sentence}>
            {/* A sentence that tells what is to be true says beside its cross that it is not. */}
            <CheckMark passed={check.passed} said={check.passed !== true} />
            {check.sentence}
          </li>
        ))}
      </List>
    )}
    {verdict.unknowable.length === 0 ? null : (
      <List title={verifyWords.unknowable}>
        {verdict.unknowable.map((sentence) => (
          <li key={sentence} className={styles['muted']}>
            {sentence}
          </li>
        ))}
      </List>
    )}
  </div>
);

import { useState, type ReactNode } from 'react';
import { mustBeAcknowledged, type Remark } from '../../../domain/referential.ts';
import type { SessionView } from '../../../domain/view.ts';
import { prepareWords } from '../../../words/prepare.ts';
import { contradictionWords, remarkKindWords } from '../../../words/referential.ts';
import { fieldWords } from '../../../words/screens.ts';
import { formatInstant, space } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { TextArea } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { useTypedText } from '../../store/typed-text.ts';
import styles from './prepare.module.css';

const Contradiction = (props: { readonly session: SessionView; readonly remark: Remark; readonly frozen: boolean }): ReactNode => {
  const { session, remark } = props;
  const readSession = useStore((state) => state.readSession);
  const { busy, failure, run } = useWrite();
  const typed = useTypedText(`acknowledge:${remark.code}`);
  const reason = typed.text;
  const [tried, setTried] = useState(false);
  const title = remark.kind === 'check' ? contradictionWords.checkTitle : contradictionWords.title;
  const known = session.acknowledged.find((entry) => entry.remark === remark.code);
  if (known)
    return (
      <Notice kind="success" title={`${title}. ${prepareWords.acknowledgedOn(formatInstant(known.at, session.fields.timeZone))}`}>
        <p>{remark.text}</p>
        <p>
          {prepareWords.reason}
          {space}: {known.reason}
        </p>
      </Notice>
    );
  const acknowledge = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const saved = await run('session.acknowledge', { sessionId: session.id, remark: remark.code, reason });
    if (!saved.ok) return;
    typed.andForget(() => undefined)();
    await readSession(session.id);
  };
  return (
    <Notice kind="warning" title={title}>
      <p>{remark.text}</p>
      <p>{remark.kind === 'check' ? contradictionWords.checkExplain : contradictionWords.explain}</p>
      {props.frozen ? null : (
        <Form className={styles['inner']} onSubmit={acknowledge}>
          <TextArea
            label={prepareWords.reason}
            hint={prepareWords.reasonHint}
            rows={2}
            value={reason}
            maxLength={1000}
            onChange={typed.change}
            error={tried && reason.trim() === '' ? fieldWords.missing : null}
          />
          <FailureNotice failure={failure} />
          <Button type="submit" busy={busy}>
            {prepareWords.acknowledge}
          </Button>
        </Form>
      )}
    </Notice>
  );
};

/** The certification of the session: what it is, and what a reader of the fiche must know or acknowledge. */
export const Fiche = ({ session, frozen }: { readonly session: SessionView; readonly frozen: boolean }): ReactNode => {
  const { referential } = session;
  const others = referential.remarks.filter((remark) => !mustBeAcknowledged(remark));
  const competencies = referential.blocks.reduce((count, block) => count + block.competencies.length, 0);
  return (
    <Section title={prepareWords.certificationTitle}>
      <div className={styles['fiche']}>
        <p className={styles['ficheTitle']}>{referential.title}</p>
        <p className={styles['muted']}>
          {[
            referential.code,
            prepareWords.ficheVersion(referential.version),
            prepareWords.level(referential.level),
            prepareWords.blocks(referential.blocks.length, competencies),
          ].join(' · ')}
        </p>
        <p className={styles['muted']}>
          {referential.certifier.name}. {prepareWords.registration(referential.decisionDate, referential.registrationEnd)}
        </p>
      </div>
      {referential.remarks.filter(mustBeAcknowledged).map((remark) => (
        <Contradiction key={remark.code} session={session} remark={remark} frozen={frozen} />
      ))}
      {others.length === 0 ? null : (
        <details className={styles['details']}>
          <summary>
            {prepareWords.remarks} ({others.length})
          </summary>
          <ul>
            {others.map((remark) => (
              <li key={remark.code}>
                <strong>{remarkKindWords[remark.kind]}.</strong> {remark.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};

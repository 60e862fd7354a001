import type { ReactNode } from 'react';
import type { FicheReading } from '../../../domain/fiche.ts';
import { certificationWords as words } from '../../../words/certifications.ts';
import { remarkKindWords } from '../../../words/referential.ts';
import { formatDay, formatSiret } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Section } from '../../parts/section.tsx';
import styles from './certifications.module.css';

const startOf = ({ dates }: FicheReading): string => {
  for (const by of ['decision', 'effect', 'publication'] as const) {
    const day = dates[by];
    if (day !== null) return `${words.from[by]} ${formatDay(day)}`;
  }
  return words.none;
};

/** What the fiche says of itself: who grants it, its level and speciality, its dates, what it follows. */
export const FicheFacts = ({ fiche }: { readonly fiche: FicheReading }): ReactNode => {
  const { dates } = fiche;
  const facts: readonly (readonly [string, string])[] = [
    [
      words.certifier,
      fiche.certifiers
        .filter(({ active }) => active)
        .map(({ name, siret }) => `${name}, ${words.siret(siret && formatSiret(siret))}`)
        .join('\n'),
    ],
    [words.nsf, fiche.nsf.map(({ code, label }) => `${code} · ${label}`).join('\n') || words.none],
    [
      words.registration,
      [startOf(fiche), words.until(dates.registrationEnd), ...(dates.deliveryLimit === null ? [] : [words.deliveryLimit(dates.deliveryLimit)])].join(', '),
    ],
    [words.follows, fiche.previous.join(', ')],
    [words.followed, fiche.next.join(', ')],
  ];
  return (
    <Section title={words.facts}>
      <dl className={styles['facts']}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
};

/** What a reader of the fiche must know before it serves. */
export const FicheRemarks = ({ fiche }: { readonly fiche: FicheReading }): ReactNode =>
  fiche.remarks.length === 0 ? null : (
    <Section title={words.remarks} intro={words.remarksIntro}>
      <ul className={styles['remarks']}>
        {fiche.remarks.map((remark) => (
          <li key={remark.code}>
            <Badge tone={remark.kind === 'contradiction' || remark.kind === 'check' ? 'warning' : 'neutral'}>{remarkKindWords[remark.kind]}</Badge>
            <span>{remark.text}</span>
          </li>
        ))}
      </ul>
    </Section>
  );

/** The access paths, open or closed, with the composition of the jury word for word. */
export const FichePaths = ({ fiche }: { readonly fiche: FicheReading }): ReactNode => (
  <Section title={words.paths}>
    <ul className={styles['paths']}>
      {fiche.paths.map(({ path, label, open, composition }) => (
        <li key={path}>
          <p className={styles['pathHead']}>
            <strong>{label}</strong> <Badge tone={open ? 'success' : 'neutral'}>{open ? words.openPath : words.closedPath}</Badge>
          </p>
          {composition === null ? open ? <p className={styles['muted']}>{words.noText}</p> : null : <p>{composition}</p>}
        </li>
      ))}
    </ul>
  </Section>
);

import type { ReactNode } from 'react';
import type { Referential } from '../../../domain/referential.ts';
import type { Regulations } from '../../../domain/regulations.ts';
import { readingWords } from '../../../words/reading.ts';
import { readingFicheWords as words } from '../../../words/reading-fiche.ts';
import { readingProofWords } from '../../../words/reading-proof.ts';
import { accessPathWords, remarkKindWords } from '../../../words/referential.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { formatDay } from '../../../words/typography.ts';
import { Section, Stack } from '../../parts/section.tsx';
import { regulationsLines } from '../prepare/regulations-lines.ts';
import { Facts } from './facts.tsx';
import { ficheFacts, ficheLists } from './fiche-lines.ts';
import styles from './reading.module.css';

/** The regulations that the session applied: each rule in words, then the exact text that was signed. */
export const RegulationsPart = ({ regulations }: { readonly regulations: Regulations }): ReactNode => (
  <Section title={readingWords.parts.regulations}>
    <Stack>
      <Facts facts={regulationsLines(regulations)} />
      <details className={styles['details']}>
        <summary>{readingProofWords.asJson}</summary>
        <pre className={styles['pre']} tabIndex={0}>
          {JSON.stringify(regulations, null, 2)}
        </pre>
      </details>
    </Stack>
  </Section>
);

const Blocks = ({ fiche }: { readonly fiche: Referential }): ReactNode => (
  <Section title={words.blocks}>
    {fiche.blocks.map(({ code, label, evaluation, competencies }) => (
      <details key={code} className={styles['details']}>
        <summary>
          {shortBlock(code)} · {label}
        </summary>
        {evaluation === null ? null : <p className={styles['text']}>{words.evaluation(evaluation)}</p>}
        <ul>
          {competencies.map((competency) => (
            <li key={competency.code}>{competency.text}</li>
          ))}
        </ul>
      </details>
    ))}
  </Section>
);

const Paths = ({ fiche }: { readonly fiche: Referential }): ReactNode => (
  <Section title={words.paths}>
    <ul className={styles['texts']}>
      {fiche.accessPaths.map(({ path, label, open, composition, requires, modifiedOn }) => (
        <li key={path}>
          <strong>{label}</strong> ({path}, {accessPathWords[path]}), {open ? words.openPath : words.closedPath}
          {modifiedOn === null ? '' : `, ${words.modified(formatDay(modifiedOn))}`}
          {composition === null ? null : <p className={styles['text']}>{composition}</p>}
          {requires === null ? null : <p className={styles['muted']}>{words.rule(requires)}</p>}
        </li>
      ))}
    </ul>
  </Section>
);

/** The fiche as the archive keeps it, whole. */
export const FichePart = ({ fiche }: { readonly fiche: Referential }): ReactNode => (
  <Stack gap="large">
    <Section title={readingWords.parts.fiche} intro={words.intro}>
      <Facts facts={ficheFacts(fiche)} />
    </Section>
    <Blocks fiche={fiche} />
    <Paths fiche={fiche} />
    {ficheLists(fiche).map(([title, lines]) =>
      lines.length === 0 ? null : (
        <Section key={title} title={title}>
          <ul className={styles['texts']}>
            {lines.map((line, rank) => (
              <li key={`${rank} ${line}`} className={styles['text']}>
                {line}
              </li>
            ))}
          </ul>
        </Section>
      ),
    )}
    {fiche.remarks.length === 0 ? null : (
      <Section title={words.remarks}>
        <ul className={styles['texts']}>
          {fiche.remarks.map(({ code, kind, text }) => (
            <li key={code}>
              <strong>{remarkKindWords[kind]}.</strong> {text}
            </li>
          ))}
        </ul>
      </Section>
    )}
  </Stack>
);

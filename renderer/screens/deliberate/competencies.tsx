import { useId, useState, type ReactNode } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { blockPanelWords, dossierWords } from '../../../words/deliberate.ts';
import { proofsOf, shortCompetency } from './proofs.ts';
import type { Table } from './table.ts';
import styles from './competencies.module.css';

/** The competencies of the block, word for word, each with what proves it; folded until one asks. */
export const Competencies = (props: { readonly table: Table }): ReactNode => {
  const { table } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const lines = table.terms.competencies.map((entry) => ({ ...entry, ...proofsOf(table.dossier, entry.code, table.session.regulations.scale) }));
  const proven = lines.filter((line) => line.titles.length > 0).length;
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <div className={styles['competencies']}>
      <button type="button" className={styles['fold']} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon aria-hidden />
        {blockPanelWords.competencies(lines.length, proven)}
      </button>
      <ul id={id} className={styles['list']} hidden={!open}>
        {lines.map((line) => (
          <li key={line.code} className={styles['line']}>
            <span className={styles['code']}>{shortCompetency(line.code)}</span>
            <div>
              <p>{line.text}</p>
              <p className={styles['proofs']}>
                {line.titles.length === 0 ? <span className={styles['none']}>{blockPanelWords.noProof}</span> : null}
                {line.titles.map(({ title, pieceId }, rank) =>
                  pieceId === null ? (
                    <span key={rank}>{title}</span>
                  ) : (
                    <button key={rank} type="button" className={styles['proof']} aria-label={dossierWords.view(title)} onClick={() => table.showPiece(pieceId)}>
                      {title}
                    </button>
                  ),
                )}
                {line.levels.map((level, rank) => (
                  <span key={`level${rank}`} className={styles['level']}>
                    {level}
                  </span>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
};

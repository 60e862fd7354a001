import type { ReactNode } from 'react';
import type { PieceId } from '../../../domain/ids.ts';
import { dossierWords } from '../../../words/deliberate.ts';
import { Tabs } from '../../parts/tabs.tsx';
import { Career } from './career.tsx';
import { Defence } from './defence.tsx';
import { Grids } from './grids.tsx';
import { Pieces } from './pieces.tsx';
import type { Table } from './table.ts';
import styles from './middle.module.css';

/** The tabs of the dossier. */
export type DossierTab = 'career' | 'pieces' | 'grids' | 'defence';

/** The dossier of the candidate, in four tabs. */
export const Dossier = (props: {
  readonly table: Table;
  readonly tab: DossierTab;
  readonly shown: PieceId | null;
  readonly onTab: (tab: DossierTab) => void;
}): ReactNode => {
  const { table } = props;
  return (
    <div className={styles['tabs']}>
      <h2 className="visually-hidden">{dossierWords.tabs}</h2>
      <Tabs
        label={dossierWords.tabs}
        selected={props.tab}
        onSelect={props.onTab}
        tabs={[
          { key: 'career', label: dossierWords.career, content: <Career table={table} /> },
          { key: 'pieces', label: dossierWords.pieces(table.dossier?.pieces.length ?? 0), content: <Pieces table={table} shown={props.shown} /> },
          { key: 'grids', label: dossierWords.grids, content: <Grids table={table} /> },
          { key: 'defence', label: table.view.line.accessPath === 'VAE' ? dossierWords.interview : dossierWords.defence, content: <Defence table={table} /> },
        ]}
      />
    </div>
  );
};

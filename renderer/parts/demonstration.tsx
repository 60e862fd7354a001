import { useState, type ReactNode } from 'react';
import { KeyRound } from 'lucide-react';
import { demonstrationCodes, demonstrationWords } from '../../words/demonstration.ts';
import { verbs } from '../../words/screens.ts';
import { useStore } from '../store/store.ts';
import { Button } from './button.tsx';
import { DataTable } from './data-table.tsx';
import { Dialog } from './dialog.tsx';
import styles from './demonstration.module.css';

/** The badge itself, as a button. */
export const BadgeButton = (props: { readonly onPress: () => void }): ReactNode => (
  <button type="button" className={styles['badge']} onClick={props.onPress} aria-haspopup="dialog">
    <KeyRound aria-hidden />
    <span>
      {demonstrationWords.badge}
      <span className="visually-hidden">, {demonstrationWords.showCodes}</span>
    </span>
  </button>
);

/** The badge of the demonstration, on every screen of it; it opens the personal codes, which a person who tries must know. */
export const DemonstrationBadge = (): ReactNode => {
  const demonstration = useStore((state) => state.store?.demonstration === true);
  const [open, setOpen] = useState(false);
  if (!demonstration) return null;
  return (
    <>
      <BadgeButton onPress={() => setOpen(true)} />
      <Dialog
        reading
        title={demonstrationWords.title}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button autoFocus onPress={() => setOpen(false)}>
            {verbs.close}
          </Button>
        }
      >
        <p className={styles['intro']}>{demonstrationWords.intro}</p>
        <DataTable
          dense
          caption={demonstrationWords.title}
          rows={demonstrationCodes}
          keyOf={(row) => row.code}
          columns={[
            { key: 'name', head: demonstrationWords.column.name, rowHead: true, cell: (row) => row.name },
            { key: 'role', head: demonstrationWords.column.role, cell: (row) => row.role },
            { key: 'code', head: demonstrationWords.column.code, whole: true, cell: (row) => <span className={styles['code']}>{row.code}</span> },
          ]}
        />
      </Dialog>
    </>
  );
};

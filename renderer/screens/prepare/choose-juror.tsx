import { useState, type ReactNode } from 'react';
import type { JurorFileLine } from '../../../domain/juror-file.ts';
import type { SessionView } from '../../../domain/view.ts';
import { jurorFileWords as words } from '../../../words/juror-file.ts';
import { verbs } from '../../../words/screens.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { answers } from '../jurors/screen.tsx';
import { nameOf } from '../jurors/table.tsx';
import styles from './prepare.module.css';

/** Somebody of the directory for this session: searched by name, employer or trade; who already sits cannot be chosen again. */
export const ChooseJuror = (props: {
  readonly session: SessionView;
  readonly files: readonly JurorFileLine[];
  readonly onChoose: (file: JurorFileLine) => void;
  readonly onNew: () => void;
  readonly onClose: () => void;
}): ReactNode => {
  const { session } = props;
  const [search, setSearch] = useState('');
  const rows = props.files.filter((file) => file.archivedAt === null && answers(file, search));
  const seated = new Set(session.jurors.map((juror) => juror.fileId));
  return (
    <Dialog
      title={words.chooseTitle}
      open
      onClose={props.onClose}
      size="large"
      actions={
        <>
          <Button onPress={props.onClose}>{verbs.cancel}</Button>
          <Button onPress={props.onNew}>{words.newPerson}</Button>
        </>
      }
    >
      <div className={styles['form']}>
        <TextField find label={words.search} value={search} maxLength={80} onChange={setSearch} autoFocus />
        {rows.length === 0 ? (
          <p role="status">{words.none}</p>
        ) : (
          <DataTable
            dense
            caption={words.chooseTitle}
            rows={rows}
            keyOf={(file) => file.id}
            columns={[
              { key: 'name', head: words.column.name, rowHead: true, cell: nameOf },
              { key: 'quality', head: words.column.quality, cell: (file) => `${file.quality}, ${file.employer}` },
              {
                key: 'qualified',
                head: words.column.qualified,
                cell: (file) => file.qualifications.map((each) => each.certification).join(', ') || '—',
              },
              {
                key: 'acts',
                head: <span className="visually-hidden">{words.column.acts}</span>,
                align: 'end',
                width: 'narrow',
                cell: (file) =>
                  seated.has(file.id) ? (
                    <Badge>{words.seated}</Badge>
                  ) : (
                    <Button size="small" label={`${words.chooseThis} ${nameOf(file)}`} onPress={() => props.onChoose(file)}>
                      {words.chooseThis}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
};

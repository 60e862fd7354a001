import { useState, type ReactNode } from 'react';
import { certificationWords as words } from '../../../words/certifications.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Stack } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useRead } from '../../store/request.ts';
import styles from './certifications.module.css';

/** The fiches of the flux, found by code or by title. */
export const Search = (props: {
  readonly work: string;
  readonly query: string;
  readonly busy: boolean;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (code: string) => void;
}): ReactNode => {
  const [typed, setTyped] = useState(props.query);
  const { reading, reload } = useRead('fiche.search', { work: props.work, query: typed });
  return (
    <Stack>
      <div className={styles['search']}>
        <TextField
          find
          label={words.search}
          hint={words.searchHint}
          value={typed}
          maxLength={200}
          autoFocus
          onChange={(query) => {
            setTyped(query);
            props.onQuery(query);
          }}
        />
      </div>
      <Loaded reading={reading} retry={() => void reload()}>
        {(found) => (
          <Stack gap="small">
            <p className={styles['muted']} role="status">
              {words.read(found.fiches, found.fileName)} {words.found(found.found, found.lines.length)}
            </p>
            {found.lines.length === 0 ? null : (
              <DataTable
                caption={words.importTitle}
                rows={found.lines}
                keyOf={({ code }) => code}
                columns={[
                  { key: 'code', head: words.column.code, rowHead: true, whole: true, width: 'narrow', cell: ({ code }) => code },
                  {
                    key: 'title',
                    head: words.column.title,
                    width: 'wide',
                    cell: ({ title, level, state, active }) => (
                      <>
                        {title}
                        <span className={styles['line']}>
                          {[words.level(level), ...(state === null ? [] : [state])].join(' · ')}{' '}
                          {active ? null : <Badge tone="neutral">{words.inactive}</Badge>}
                        </span>
                      </>
                    ),
                  },
                  {
                    key: 'open',
                    head: <span className="visually-hidden">{words.column.acts}</span>,
                    align: 'end',
                    width: 'narrow',
                    cell: ({ code }) => (
                      <Button kind="quiet" size="small" disabled={props.busy} label={words.open(code)} onPress={() => props.onOpen(code)}>
                        {words.openShort}
                      </Button>
                    ),
                  },
                ]}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
};

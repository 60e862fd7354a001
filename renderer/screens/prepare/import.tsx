import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { GivenFile } from '../../../domain/given-file.ts';
import type { ImportKind, ImportMapping } from '../../../domain/import.ts';
import type { SessionView } from '../../../domain/view.ts';
import { importWords } from '../../../words/import-screen.ts';
import { verbs } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DropPlace } from '../../parts/drop-place.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { useErrand } from '../../store/errand.ts';
import { columnFaults, ImportColumns } from './import-columns.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './import-steps.ts';
import styles from './import.module.css';

/** The import of a table: a file chosen, its columns said, every fault on its row, nothing written before the person says so. */
export const ImportDialog = (props: {
  readonly session: SessionView;
  readonly kind: ImportKind;
  readonly open: boolean;
  /** The table that was dropped on the screen, in the place of one to choose. */
  readonly given?: GivenFile | null;
  readonly onClose: () => void;
  readonly onImported: () => void;
}): ReactNode => {
  const { kind } = props;
  const { id: sessionId } = props.session;
  const steps = useImport(sessionId, kind, props.onImported);
  const { step, busy, work, reset } = steps;
  const [mapping, setMapping] = useState<ImportMapping>([]);
  useEffect(() => {
    if (!props.open) reset();
  }, [props.open, reset]);
  useEffect(() => {
    if (step.kind === 'columns') setMapping(step.view.columns.map(({ field }) => field));
  }, [step]);
  const { given = null } = props;
  const take = useRef(steps.choose);
  take.current = steps.choose;
  useEffect(() => {
    if (given !== null) void take.current(given);
  }, [given]);
  useErrand(kind === 'grids' ? ['grids'] : [], ({ file }) => void steps.choose(file));
  const close = (): void => {
    void work.cancel();
    props.onClose();
  };
  const choose = (label: string, primary: boolean): ReactNode => (
    <Button kind={primary ? 'primary' : 'secondary'} busy={busy} onPress={() => void steps.choose()}>
      {label}
    </Button>
  );
  const acts = (): ReactNode => {
    if (step.kind === 'done' || step.kind === 'guide') return null;
    if (step.kind === 'undone') return choose(importWords.choose, true);
    const { view } = step;
    if (step.kind === 'columns')
      return (
        <>
          {choose(importWords.chooseOther, false)}
          <Button
            kind="primary"
            busy={busy}
            disabled={columnFaults(view, mapping).length > 0}
            onPress={() => void steps.map(view, view.sheet, mapping, 'preview')}
          >
            {importWords.showRows}
          </Button>
        </>
      );
    const { counts } = view;
    const some = counts.added + counts.changed > 0;
    return (
      <>
        <Button onPress={() => steps.turn(view, 'columns')}>{importWords.columns}</Button>
        {counts.faulty > 0 ? (
          <>
            {some ? (
              <Button busy={busy} onPress={() => void steps.apply(view, 'valid')}>
                {importWords.applyValid(counts)}
              </Button>
            ) : null}
            {choose(importWords.chooseAgain, true)}
          </>
        ) : (
          <>
            {choose(importWords.chooseOther, !some)}
            {some ? (
              <Button kind="primary" busy={busy} onPress={() => void steps.apply(view, 'all')}>
                {importWords.apply(kind, counts)}
              </Button>
            ) : null}
          </>
        )}
      </>
    );
  };
  const wide = work.progress === null && (step.kind === 'columns' || step.kind === 'preview');
  return (
    <Dialog
      title={importWords.title[kind]}
      open={props.open}
      onClose={close}
      size={wide ? 'full' : 'large'}
      actions={
        work.progress !== null ? undefined : (
          <>
            <Button onPress={close}>{step.kind === 'done' || step.kind === 'undone' ? verbs.close : verbs.cancel}</Button>
            {acts()}
          </>
        )
      }
    >
      <Stack>
        <FailureNotice failure={steps.failure} />
        <Progress work={work} />
        {work.progress !== null ? null : step.kind === 'guide' ? (
          <>
            <DropPlace small takes={kind} title={importWords.place[kind]} text={importWords.placeText} busy={busy}>
              {choose(importWords.choose, true)}
            </DropPlace>
            <div className={styles['guide']}>
              {importWords.guide[kind].map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
            <Section level={3} title={importWords.templates}>
              <Actions>
                <Button busy={busy} onPress={() => void steps.saveTemplate('xlsx')}>
                  {importWords.templateXlsx}
                </Button>
                <Button busy={busy} onPress={() => void steps.saveTemplate('csv')}>
                  {importWords.templateCsv}
                </Button>
              </Actions>
            </Section>
            {steps.saved?.what === 'template' ? <Notice kind="success" live title={importWords.templateSaved(steps.saved.fileName)} /> : null}
          </>
        ) : step.kind === 'undone' ? (
          <Notice kind="success" live title={importWords.undone} />
        ) : step.kind === 'done' ? (
          <Notice
            kind="success"
            live
            title={importWords.done(kind, step.done)}
            actions={
              <Button size="small" busy={busy} onPress={() => void steps.undo()}>
                {importWords.undo}
              </Button>
            }
          >
            <p>{importWords.undoHint}</p>
          </Notice>
        ) : (
          <>
            <div className={styles['source']}>
              <p>{importWords.file(step.view.fileName, step.view.sheets[step.view.sheet] ?? '', step.view.encoding)}</p>
              {step.view.sheets.length < 2 ? null : (
                <div className={styles['sheet']}>
                  <Select
                    label={importWords.sheet}
                    value={String(step.view.sheet)}
                    options={step.view.sheets.map((name, rank) => ({ value: String(rank), label: name }))}
                    onChange={(sheet) => void steps.map(step.view, Number(sheet), null, step.kind)}
                  />
                </div>
              )}
            </div>
            {step.kind === 'columns' ? (
              <ImportColumns view={step.view} mapping={mapping} onMapping={setMapping} />
            ) : (
              <ImportPreview
                sessionId={sessionId}
                view={step.view}
                stale={step.stale}
                savedAs={steps.saved?.what === 'faulty' ? steps.saved.fileName : null}
                busy={busy}
                onSaveFaulty={() => void steps.saveFaulty(step.view)}
              />
            )}
          </>
        )}
      </Stack>
    </Dialog>
  );
};

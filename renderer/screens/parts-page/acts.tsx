import { useState, type ReactNode } from 'react';
import { partsWords as words } from '../../../words/parts.ts';
import { Button } from '../../parts/button.tsx';
import { CodeForm } from '../../parts/code-form.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { BadgeButton } from '../../parts/demonstration.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DueRow, Dues } from '../../parts/due-row.tsx';
import { Form } from '../../parts/form.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Progress } from '../../parts/progress.tsx';
import { ReaderDialog } from '../../parts/reader-dialog.tsx';
import { Actions, Fields } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { fieldWords } from '../../../words/screens.ts';
import { Exhibit, States } from './exhibit.tsx';

const kinds = ['primary', 'secondary', 'quiet', 'danger'] as const;
const stop = async (): Promise<void> => undefined;
const nothing = (): void => {};

/** What a person presses, and what answers at once: buttons, questions, windows, long works. */
export const Acts = (): ReactNode => {
  const [open, setOpen] = useState<'none' | 'confirm' | 'dialog' | 'reader'>('none');
  const [page, setPage] = useState(0);
  const [text, setText] = useState('');
  const close = (): void => setOpen('none');
  return (
    <>
      <Exhibit part="button">
        {kinds.map((kind) => (
          <States key={kind}>
            <Button kind={kind}>{words.kinds[kind]}</Button>
          </States>
        ))}
        {kinds.map((kind) => (
          <Actions key={kind}>
            <Button kind={kind} disabled>
              {words.disabled}
            </Button>
            <Button kind={kind} busy>
              {words.busy}
            </Button>
            <Button kind={kind} size="small">
              {words.kinds[kind]}
            </Button>
            <Button kind={kind} size="large" keys="Ctrl ↵">
              {words.withKeys}
            </Button>
            <Button kind={kind} pressed>
              {words.chosen}
            </Button>
          </Actions>
        ))}
        <Actions>
          <Button>{words.long}</Button>
        </Actions>
      </Exhibit>
      <Exhibit part="demonstration">
        <States states={['hover', 'focus']}>
          <BadgeButton onPress={nothing} />
        </States>
      </Exhibit>
      <Exhibit part="confirm">
        <Actions>
          <Button onPress={() => setOpen('confirm')}>{words.dialog}</Button>
        </Actions>
        <Confirm title={words.dialog} text={words.emptyText} act={words.kinds.danger} open={open === 'confirm'} onClose={close} onConfirm={close} />
      </Exhibit>
      <Exhibit part="dialog">
        <Actions>
          <Button onPress={() => setOpen('dialog')}>{words.dialogForm}</Button>
        </Actions>
        <Dialog title={words.dialogForm} open={open === 'dialog'} onClose={close} actions={<Button onPress={close}>{words.one}</Button>}>
          <p>{words.long}</p>
        </Dialog>
      </Exhibit>
      <Exhibit part="reader-dialog">
        <Actions>
          <Button onPress={() => setOpen('reader')}>{words.read}</Button>
        </Actions>
        <ReaderDialog shown={open === 'reader' ? { view: 'none', title: words.file } : null} said={(title) => title} onClose={close} />
      </Exhibit>
      <Exhibit part="form">
        <Form onSubmit={nothing}>
          <Fields columns={1}>
            <TextField label={words.text} value={text} onChange={setText} error={text === '' ? fieldWords.missing : null} />
            <Actions end>
              <Button>{words.kinds.secondary}</Button>
              <Button kind="primary" type="submit">
                {words.kinds.primary}
              </Button>
            </Actions>
          </Fields>
        </Form>
      </Exhibit>
      <Exhibit part="code-form">
        <CodeForm act={words.kinds.primary} busy={false} onTyped={nothing} onCode={stop} />
        <CodeForm act={words.busy} busy onTyped={nothing} onCode={stop} />
      </Exhibit>
      <Exhibit part="progress">
        <Progress work={{ progress: { step: 'copying', unit: 'files', done: 12, total: 340 }, stopping: false, cancel: stop }} />
        <Progress work={{ progress: { step: 'reading', unit: 'bytes', done: 412_000_000, total: null }, stopping: false, cancel: stop }} />
        <Progress work={{ progress: { step: 'checking', unit: 'rows', done: 4_800, total: 5_000 }, stopping: true, cancel: stop }} />
      </Exhibit>
      <Exhibit part="pages">
        <Pages of={words.one} page={page} size={50} total={300} onPage={setPage} />
        <Pages of={words.two} page={5} size={50} total={300} onPage={nothing} />
      </Exhibit>
      <Exhibit part="due-row">
        <Dues title={words.dues}>
          <DueRow said={words.due} act={words.one} onGo={nothing} />
          <DueRow late said={words.long} act={words.two} onGo={nothing} />
        </Dues>
      </Exhibit>
    </>
  );
};

import { useState, type ReactNode } from 'react';
import type { DeclarationSettings, HoldersView } from '../../../domain/holder.ts';
import { holderWords } from '../../../words/holders.ts';
import { remarkWords } from '../../../words/holder-identity.ts';
import { verbs } from '../../../words/screens.ts';
import { joinList } from '../../../words/typography.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { Actions, Section } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useWrite } from '../../store/request.ts';
import styles from './holders.module.css';

const words = holderWords.settings;
const empty: DeclarationSettings = { sender: '', certifier: '', contract: '', depositor: 'CERTIFICATEUR' };
const depositors = (['CERTIFICATEUR', 'TIERS_CONFIANCE'] as const).map((value) => ({ value, label: words.depositors[value] }));

const SettingsForm = (props: { readonly start: DeclarationSettings; readonly onClose: () => void; readonly onSaved: () => Promise<void> }): ReactNode => {
  const [draft, setDraft] = useState(props.start);
  const [tried, setTried] = useState(false);
  const { run, busy, failure } = useWrite();
  const isEight = (value: string): boolean => /^[A-Za-z0-9]{8}$/.test(value.trim());
  const fits = draft.contract.trim() !== '' && draft.contract.trim().length <= 20;
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isEight(draft.sender) || !isEight(draft.certifier) || !fits) return;
    const answer = await run('holder.saveSettings', { settings: draft });
    if (answer.ok) await props.onSaved();
  };
  return (
    <Form className={styles['form']} onSubmit={save}>
      <TextField
        autoFocus
        label={words.sender}
        hint={words.eight}
        value={draft.sender}
        maxLength={40}
        onChange={(sender) => setDraft({ ...draft, sender })}
        error={tried && !isEight(draft.sender) ? words.eightMissing : null}
      />
      <TextField
        label={words.certifier}
        hint={words.eight}
        value={draft.certifier}
        maxLength={40}
        onChange={(certifier) => setDraft({ ...draft, certifier })}
        error={tried && !isEight(draft.certifier) ? words.eightMissing : null}
      />
      <TextField
        label={words.contract}
        hint={words.contractHint}
        value={draft.contract}
        maxLength={60}
        onChange={(contract) => setDraft({ ...draft, contract })}
        error={tried && !fits ? words.contractMissing : null}
      />
      <Select label={words.depositor} value={draft.depositor} options={depositors} onChange={(depositor) => setDraft({ ...draft, depositor })} />
      <FailureNotice failure={failure} />
      <Actions end>
        <Button onPress={props.onClose}>{verbs.cancel}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {words.save}
        </Button>
      </Actions>
    </Form>
  );
};

/** What the Caisse des dépôts gave the organism: shown, then changed in a dialog. */
export const HolderSettings = (props: { readonly view: HoldersView; readonly onSaved: () => Promise<void> }): ReactNode => {
  const { settings, settingsRemarks } = props.view;
  const [open, setOpen] = useState(false);
  const missing = settingsRemarks.map(({ code }) => remarkWords[code]?.[0] ?? code);
  return (
    <Section title={words.title} intro={words.text} actions={<Button onPress={() => setOpen(true)}>{settings === null ? words.fill : words.edit}</Button>}>
      {missing.length === 0 ? null : <Notice kind="warning" title={`${words.missing}${joinList(missing)}.`} />}
      {settings === null ? null : (
        <dl className={styles['facts']}>
          <dt>{words.lines.sender}</dt>
          <dd>{settings.sender}</dd>
          <dt>{words.lines.certifier}</dt>
          <dd>{settings.certifier}</dd>
          <dt>{words.lines.contract}</dt>
          <dd>{settings.contract}</dd>
          <dt>{words.lines.depositor}</dt>
          <dd>{words.depositors[settings.depositor]}</dd>
        </dl>
      )}
      <Dialog title={words.title} open={open} onClose={() => setOpen(false)} size="small">
        <SettingsForm
          start={settings ?? empty}
          onClose={() => setOpen(false)}
          onSaved={async () => {
            setOpen(false);
            await props.onSaved();
          }}
        />
      </Dialog>
    </Section>
  );
};

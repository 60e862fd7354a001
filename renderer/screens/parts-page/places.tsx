import { useState, type ReactNode } from 'react';
import { sessionId } from '../../../domain/ids.ts';
import { partsWords as words } from '../../../words/parts.ts';
import { Button } from '../../parts/button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DropPlaceShown, FirstStep } from '../../parts/drop-place.tsx';
import { DropShown } from '../../parts/drop-target.tsx';
import { GuideButton } from '../../parts/guide-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Actions, Fields, Section } from '../../parts/section.tsx';
import { ShortcutSheet } from '../../parts/shortcut-sheet.tsx';
import { Sided } from '../../parts/sided.tsx';
import { Spine } from '../../parts/spine.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Exhibit, States } from './exhibit.tsx';
import styles from './parts-page.module.css';

type Key = 'one' | 'two' | 'long';
const rows = (['one', 'two', 'long'] as const).map((key) => ({ key, label: words[key] }));
const nowhere = sessionId.parse('s-parts');
const nothing = (): void => {};

/** Where things stand: the frame, the stages, parts, tabs, tables. */
export const Places = (): ReactNode => {
  const [here, setHere] = useState<Key>('one');
  const [sheet, setSheet] = useState(false);
  return (
    <>
      <Exhibit part="frame">
        <p>{words.around}</p>
      </Exhibit>
      <Exhibit part="guide-link">
        <States states={['hover', 'focus']}>
          <GuideButton chapter={words.one} onOpen={nothing} />
        </States>
      </Exhibit>
      <Exhibit part="drop-place">
        {[false, true].map((held) => (
          <FirstStep key={String(held)} title={held ? words.long : words.two} steps={rows.map(({ label }) => ({ title: label, text: words.sentence }))}>
            <DropPlaceShown title={words.one} text={words.long} held={held}>
              <Button kind="primary">{words.file}</Button>
            </DropPlaceShown>
          </FirstStep>
        ))}
        {[false, true].map((held) => (
          <DropPlaceShown key={String(held)} small title={words.one} text={words.long} held={held}>
            <Button>{words.file}</Button>
          </DropPlaceShown>
        ))}
      </Exhibit>
      <Exhibit part="drop-target">
        {(['door', 'nothing'] as const).map((taken) => (
          <div key={taken} className={styles['short']} style={{ transform: 'none', contain: 'layout' }}>
            <DropShown taken={taken} />
          </div>
        ))}
      </Exhibit>
      <Exhibit part="shortcut-sheet">
        <Button onPress={() => setSheet(true)}>{words.dialogForm}</Button>
        <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
      </Exhibit>
      <Exhibit part="spine">
        {(['preparing', 'open', 'sealed'] as const).map((phase) => (
          <div key={phase} inert>
            <Spine sessionId={nowhere} phase={phase} kind={phase === 'preparing' ? 'prepare' : phase === 'open' ? 'deliberate' : 'archive'} />
          </div>
        ))}
        <div data-shown="hover" inert>
          <Spine sessionId={nowhere} phase="closed" kind="sign" />
        </div>
      </Exhibit>
      <Exhibit part="sided">
        <div className={styles['framed']}>
          <Sided
            label={words.names.sided}
            session={{ number: words.number, title: words.long }}
            here={here}
            onGo={setHere}
            parts={rows.map(({ key, label }) => ({ key, label, ...(key === 'two' ? { count: { value: 3, said: words.two } } : {}) }))}
          >
            <Notice kind="info" title={rows.find(({ key }) => key === here)?.label} />
          </Sided>
        </div>
        <div className={styles['framed']} data-shown="hover focus" inert>
          <Sided label={words.two} session={null} here={here} onGo={nothing} parts={rows}>
            <p>{words.one}</p>
          </Sided>
        </div>
      </Exhibit>
      <Exhibit part="tabs">
        <States states={['hover', 'focus']}>
          <Tabs
            label={words.choice}
            selected={here}
            onSelect={setHere}
            tabs={rows.slice(0, 2).map(({ key, label }) => ({ key, label, content: <p>{label}</p> }))}
          />
        </States>
      </Exhibit>
      <Exhibit part="section">
        <Section title={words.one} level={3} intro={words.long} actions={<Button size="small">{words.two}</Button>}>
          <Fields columns={4}>
            {rows.map(({ key, label }) => (
              <TextField key={key} label={label} value="" onChange={nothing} />
            ))}
          </Fields>
          <Actions end>
            <Button>{words.kinds.secondary}</Button>
            <Button kind="primary">{words.kinds.primary}</Button>
          </Actions>
        </Section>
      </Exhibit>
      <Exhibit part="data-table">
        {[false, true].map((dense) => (
          <DataTable
            key={String(dense)}
            showCaption
            dense={dense}
            caption={dense ? words.two : words.one}
            rows={rows}
            keyOf={(row) => row.key}
            columns={[
              { key: 'label', head: words.text, rowHead: true, cell: (row) => row.label },
              { key: 'number', head: words.choice, whole: true, align: 'end', cell: () => words.number },
            ]}
          />
        ))}
      </Exhibit>
    </>
  );
};

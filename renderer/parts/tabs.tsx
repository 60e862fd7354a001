import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import styles from './tabs.module.css';

/** One tab: its name, and what it shows. */
export interface TabEntry<Key extends string> {
  readonly key: Key;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

/** Tabs: arrows move between names, the shown panel follows. */
export const Tabs = <Key extends string>(props: {
  readonly label: string;
  readonly tabs: readonly TabEntry<Key>[];
  readonly selected: Key;
  readonly onSelect: (key: Key) => void;
}): ReactNode => (
  <AriaTabs className={styles['tabs'] ?? ''} selectedKey={props.selected} onSelectionChange={(key) => props.onSelect(key as Key)}>
    <TabList aria-label={props.label} className={styles['list'] ?? ''}>
      {props.tabs.map((tab) => (
        <Tab key={tab.key} id={tab.key} className={styles['tab'] ?? ''}>
          {tab.label}
        </Tab>
      ))}
    </TabList>
    {props.tabs.map((tab) => (
      <TabPanel key={tab.key} id={tab.key} className={styles['panel'] ?? ''}>
        {tab.content}
      </TabPanel>
    ))}
  </AriaTabs>
);

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { frameWords } from '../../words/screens.ts';
import styles from './dialog.module.css';
import { Titled } from './titled.ts';

/** A question or a short form above the screen: focus stays inside, Escape leaves, focus returns where it was. */
export const Dialog = (props: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, Cancel first; omit when the children hold a form with its own. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide' | 'full';
  /** What it shows leaves on paper alone, whole, without its controls and without the screen under it. */
  readonly printed?: boolean;
  /** Only read: where it is too long its body takes the focus, so that the keyboard scrolls it. */
  readonly reading?: boolean;
  /** A question that must be answered: announced as an alert. */
  readonly alert?: boolean;
}): ReactNode => (
  <ModalOverlay
    className={styles['overlay'] ?? ''}
    {...(props.printed === true ? { 'data-printed': true } : {})}
    isOpen={props.open}
    onOpenChange={(open) => {
      if (!open) props.onClose();
    }}
  >
    <Modal className={[styles['modal'], styles[props.size ?? 'medium']].join(' ')}>
      <AriaDialog className={styles['dialog'] ?? ''} role={props.alert ? 'alertdialog' : 'dialog'}>
        <Heading slot="title" className={styles['title'] ?? ''}>
          {props.title}
        </Heading>
        {/* A long reading is scrolled by the keyboard too: where there are actions below, what is above may hold nothing to focus. */}
        <div
          className={styles['body']}
          {...(props.reading || ((props.size === 'large' || props.size === 'full') && props.actions !== undefined)
            ? { tabIndex: 0, role: 'group', 'aria-label': frameWords.scrolls }
            : {})}
        >
          <Titled value={props.title}>{props.children}</Titled>
        </div>
        {props.actions === undefined ? null : <div className={styles['actions']}>{props.actions}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);

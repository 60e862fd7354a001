import { useState, type ReactNode } from 'react';
import { startWords } from '../../../words/home.ts';
import { readingWords } from '../../../words/reading.ts';
import { productName, verbs } from '../../../words/screens.ts';
import { formatRoom, troubleWords } from '../../../words/trouble.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { useWrite } from '../../store/request.ts';
import { useStore, type StoreView } from '../../store/store.ts';
import { Verification } from '../home/verification.tsx';
import { CreateStore } from './create.tsx';
import { DamagedStore } from './damaged.tsx';
import { PlaceNotice } from './place-notice.tsx';
import { Figures, Trouble } from './trouble.tsx';
import { UnlockStore } from './unlock.tsx';
import styles from './start.module.css';

const StoreForm = ({ store }: { readonly store: StoreView }): ReactNode => {
  const readStore = useStore((state) => state.readStore);
  const retry = <Button onPress={() => void readStore()}>{verbs.retry}</Button>;
  switch (store.kind) {
    case 'absent':
      return <CreateStore />;
    case 'locked':
      return <UnlockStore store={store} />;
    case 'damaged':
      return <DamagedStore store={store} />;
    case 'newer':
    case 'unmigrated':
      return (
        <Trouble words={troubleWords[store.kind]}>
          <Figures
            lines={[
              [troubleWords.newerStore, store.storeVersion ?? '?'],
              [troubleWords.newerProgram, store.programVersion],
            ]}
          />
          {retry}
        </Trouble>
      );
    case 'full':
      return (
        <Trouble words={troubleWords.full}>
          {store.room === null ? null : (
            <Figures
              lines={[
                [troubleWords.roomFree, formatRoom(store.room.free)],
                [troubleWords.roomNeeded, formatRoom(store.room.needed)],
              ]}
            />
          )}
          {retry}
        </Trouble>
      );
    case 'inUse':
    case 'readOnly':
    case 'failing':
      return <Trouble words={troubleWords[store.kind]}>{retry}</Trouble>;
    case 'open':
      return null;
  }
};

/** The first screen: create, unlock or repair the store, with the demonstration one click away. */
export default function Start(): ReactNode {
  const { store, readStore, go } = useStore();
  const { busy, failure, run } = useWrite();
  const [verifying, setVerifying] = useState(false);
  if (store === null) return null;
  const openDemonstration = async (): Promise<void> => {
    const opened = await run('store.openDemonstration', {});
    if (!opened.ok) return;
    await readStore();
  };
  return (
    <div className={styles['start']}>
      <div className={styles['head']}>
        <p className={styles['name']}>{productName}</p>
        <p className={styles['tagline']}>{startWords.tagline}</p>
      </div>
      <div className={styles['card']}>
        {store.kind === 'absent' || store.kind === 'locked' ? <PlaceNotice place={store.place} /> : null}
        <StoreForm store={store} />
      </div>
      <div className={styles['others']}>
        <div className={styles['demonstration']}>
          <h2>{startWords.demonstrationTitle}</h2>
          <p>{startWords.demonstrationIntro}</p>
          <Button busy={busy} onPress={() => void openDemonstration()}>
            {startWords.demonstration}
          </Button>
          <FailureNotice failure={failure} />
        </div>
        <div className={styles['demonstration']}>
          <h2>{startWords.verifyTitle}</h2>
          <p>{startWords.verifyIntro}</p>
          <div className={styles['doors']}>
            <Button onPress={() => setVerifying(true)}>{startWords.verify}</Button>
            <Button onPress={() => go({ kind: 'reading', work: null })}>{readingWords.startDoor}</Button>
          </div>
        </div>
      </div>
      <Verification open={verifying} onClose={() => setVerifying(false)} />
    </div>
  );
}

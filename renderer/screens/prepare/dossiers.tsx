import { useState, type ReactNode } from 'react';
import { FileUp, FolderInput } from 'lucide-react';
import { fullName } from '../../../domain/candidate.ts';
import type { CandidateId } from '../../../domain/ids.ts';
import type { DossierView, SessionView } from '../../../domain/view.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { importWords } from '../../../words/import-screen.ts';
import { blockRuns } from '../../../words/deliberate.ts';
import { candidateWords } from '../../../words/prepare.ts';
import { accessPathWords } from '../../../words/referential.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useErrand } from '../../store/errand.ts';
import { useRead } from '../../store/request.ts';
import { useStore } from '../../store/store.ts';
import { intakeWords } from '../../../words/intake.ts';
import { requirementWords } from '../../../words/requirements.ts';
import { Coverage } from './coverage.tsx';
import { ImportDialog } from './import.tsx';
import { Intake, type DroppedBag } from './intake.tsx';
import { Pieces } from './pieces.tsx';
import { Projects } from './projects.tsx';
import { Requirements } from './requirements.tsx';
import { Vae } from './vae.tsx';
import styles from './prepare.module.css';

type Tab = 'pieces' | 'requirements' | 'projects' | 'vae' | 'coverage';

/** What every part of a dossier is given. */
export interface DossierProps {
  readonly session: SessionView;
  readonly dossier: DossierView;
  readonly frozen: boolean;
  /** Reads the dossier again after a change. */
  readonly changed: () => Promise<void>;
}

const Dossier = (props: { readonly session: SessionView; readonly frozen: boolean; readonly candidateId: CandidateId }): ReactNode => {
  const { session, frozen, candidateId } = props;
  const { reading, reload } = useRead('dossier.get', { sessionId: session.id, candidateId });
  const [tab, setTab] = useState<Tab>('pieces');
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(dossier) => {
        const given: DossierProps = { session, dossier, frozen, changed: reload };
        const { pieces, projects, unproven, candidate } = dossier;
        const vae = candidate.accessPath === 'VAE';
        return (
          <Stack>
            <Actions>
              <span>{dossierWords.presented(accessPathWords[candidate.accessPath], blockRuns(candidate.presents))}</span>
              {/* Nothing is covered where nothing is presented. */}
              {candidate.presents.length === 0 ? null : (
                <Badge tone={unproven.length === 0 ? 'success' : 'warning'}>
                  {unproven.length === 0 ? dossierWords.proven : dossierWords.unproven(unproven.length)}
                </Badge>
              )}
            </Actions>
            <Tabs
              label={dossierWords.title}
              selected={tab === 'vae' && !vae ? 'pieces' : tab}
              onSelect={setTab}
              tabs={[
                { key: 'pieces' as Tab, label: `${dossierWords.tabs.pieces} (${pieces.length})`, content: <Pieces {...given} /> },
                { key: 'requirements' as Tab, label: requirementWords.tab, content: <Requirements {...given} /> },
                { key: 'projects' as Tab, label: `${dossierWords.tabs.projects} (${projects.length})`, content: <Projects {...given} /> },
                ...(vae ? [{ key: 'vae' as Tab, label: dossierWords.tabs.vae, content: <Vae {...given} /> }] : []),
                { key: 'coverage' as Tab, label: dossierWords.tabs.coverage, content: <Coverage {...given} /> },
              ]}
            />
          </Stack>
        );
      }}
    </Loaded>
  );
};

/** The dossiers, one candidate at a time: pieces, projects, VAE, and what covers each competency. */
export const Dossiers = (props: { readonly session: SessionView; readonly frozen: boolean; readonly candidateId: CandidateId | null }): ReactNode => {
  const { session, frozen } = props;
  const { id: sessionId } = session;
  const go = useStore((state) => state.go);
  const [intaking, setIntaking] = useState(false);
  const [bag, setBag] = useState<DroppedBag | null>(null);
  const intake = (given: DroppedBag | null): void => {
    setBag(given);
    setIntaking(true);
  };
  useErrand(['folder', 'zip'], ({ kind, file }) => intake({ from: kind, file }));
  const { reading, reload } = useRead('candidate.list', { sessionId }, intaking);
  const [importing, setImporting] = useState(false);
  const [imports, setImports] = useState(0);
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(lines) => {
        const chosen = lines.find((line) => line.id === props.candidateId) ?? lines[0];
        if (chosen === undefined)
          return (
            <Section title={dossierWords.title}>
              <EmptyState
                title={candidateWords.emptyTitle}
                actions={
                  <Button kind="primary" onPress={() => go({ kind: 'prepare', sessionId, section: 'candidates' })}>
                    {candidateWords.register}
                  </Button>
                }
              >
                {dossierWords.emptyText}
              </EmptyState>
            </Section>
          );
        if (intaking) return <Intake key={bag?.file.handle ?? ''} session={session} candidates={lines} given={bag} onClose={() => setIntaking(false)} />;
        return (
          <Section
            title={dossierWords.title}
            actions={
              <>
                <div className={styles['chooser']}>
                  <Select
                    hideLabel
                    label={dossierWords.choose}
                    value={chosen.id}
                    options={lines.map((line) => ({ value: line.id, label: `${line.number} · ${fullName(line)}` }))}
                    onChange={(candidateId) => go({ kind: 'prepare', sessionId, section: 'dossiers', candidateId })}
                  />
                </div>
                {frozen ? null : (
                  <>
                    <Button icon={<FileUp aria-hidden />} onPress={() => setImporting(true)}>
                      {importWords.open.grids}
                    </Button>
                    <Button icon={<FolderInput aria-hidden />} onPress={() => intake(null)}>
                      {intakeWords.open}
                    </Button>
                  </>
                )}
              </>
            }
          >
            <Dossier key={`${chosen.id} ${imports}`} session={session} frozen={frozen} candidateId={chosen.id} />
            <ImportDialog session={session} kind="grids" open={importing} onClose={() => setImporting(false)} onImported={() => setImports(imports + 1)} />
          </Section>
        );
      }}
    </Loaded>
  );
};

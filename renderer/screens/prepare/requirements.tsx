import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isMet, missingRequirements, requirementsOf, type Requirement, type RequirementRecord } from '../../../domain/requirements.ts';
import type { PieceId } from '../../../domain/ids.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { shortBlock } from '../../../words/outcome.ts';
import { requirementWords as words } from '../../../words/requirements.ts';
import { verbs } from '../../../words/screens.ts';
import { undoWords } from '../../../words/undo.ts';
import { formatShortDay } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { ReaderDialog, type ShownFile } from '../../parts/reader-dialog.tsx';
import { Actions, Section, Stack } from '../../parts/section.tsx';
import { useRead, useWrite } from '../../store/request.ts';
import { offerUndo } from '../../store/undo.ts';
import type { DossierProps } from './dossiers.tsx';
import { RequirementForm } from './requirement-form.tsx';
import styles from './requirements.module.css';

/** The conditions that the fiche words in a sentence; for the others its word is the name itself. */
const worded = new Set<Requirement['code']>(['admission', 'english', 'french']);
const lacks = ['report', 'deliverables', 'support'] as const;

const Line = (
  props: DossierProps & {
    readonly requirement: Requirement;
    readonly record: RequirementRecord | undefined;
    readonly known: boolean;
    readonly reload: () => Promise<void>;
  },
): ReactNode => {
  const { session, dossier, frozen, requirement, record, known, reload } = props;
  const { failure, run } = useWrite();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState<ShownFile | null>(null);
  const act = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (editing) form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, [editing]);
  /** What closes gives the focus back to the act of its line. */
  const giveBack = (): void => {
    setEditing(false);
    act.current?.focus();
  };
  const name = words.name[requirement.code];
  const piece = dossier.pieces.find((each) => each.id === record?.pieceId);
  const met = isMet(record) || known;
  const show = async (id: PieceId): Promise<void> => {
    const answer = await run('piece.view', { sessionId: session.id, pieceId: id });
    if (answer.ok) setShown({ ...answer.value, kept: id });
  };
  const clear = async (): Promise<void> => {
    const cleared = await run('requirement.remove', { sessionId: session.id, candidateId: dossier.candidate.id, code: requirement.code });
    if (!cleared.ok) return;
    await reload();
    giveBack();
    offerUndo(undoWords.requirement(name), session.id, cleared.value.undo, reload);
  };
  return (
    <li className={styles['line']}>
      <div className={styles['head']}>
        <div>
          <h4>{name}</h4>
          {requirement.text === '' || !worded.has(requirement.code) ? null : <p className={styles['text']}>{words.quoted(requirement.text)}</p>}
        </div>
        <Badge tone={met ? 'success' : 'warning'}>
          {record === undefined ? (known ? words.state.provided : words.missing) : met ? words.state[record.state] : words.unproven}
        </Badge>
        <Actions>
          {piece === undefined || piece.reading === 'unreadable' ? null : (
            <Button kind="quiet" size="small" label={`${verbs.view} ${piece.title}`} onPress={() => void show(piece.id)}>
              {verbs.view}
            </Button>
          )}
          {frozen ? null : (
            <Button
              ref={act}
              kind="quiet"
              size="small"
              expanded={editing}
              label={record === undefined ? words.fill(name) : `${verbs.edit} ${name}`}
              onPress={() => setEditing(!editing)}
            >
              {record === undefined ? words.fillShort : verbs.edit}
            </Button>
          )}
          {frozen || record === undefined ? null : (
            <Button kind="quiet" size="small" label={words.clearOf(name)} onPress={() => void clear()}>
              {words.clear}
            </Button>
          )}
        </Actions>
      </div>
      <ReaderDialog shown={shown} said={dossierWords.viewing} onClose={() => setShown(null)} />
      {record === undefined && known ? <p className={styles['text']}>{words.inVae}</p> : null}
      {record === undefined || editing ? null : (
        <p className={styles['facts']}>
          {[
            record.basis === null ? '' : words.basis[record.basis],
            piece?.title ?? '',
            record.proof,
            words.checked(record.verifiedOn === null ? '' : formatShortDay(record.verifiedOn), record.verifiedBy),
            record.note,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      )}
      <FailureNotice failure={failure} />
      {editing ? (
        <div ref={form}>
          <RequirementForm
            {...props}
            onClose={giveBack}
            onSaved={async () => {
              await reload();
              giveBack();
            }}
          />
        </div>
      ) : null}
    </li>
  );
};

/** The required pieces of a dossier: conditions of entry with their proof, pieces of each project, evidence of each block. */
export const Requirements = (props: DossierProps): ReactNode => {
  const { session, dossier } = props;
  const { candidate, projects } = dossier;
  const { reading, reload } = useRead('requirement.list', { sessionId: session.id, candidateId: candidate.id });
  return (
    <Loaded reading={reading} retry={() => void reload()}>
      {(records) => {
        const missing = missingRequirements({ ...dossier, referential: session.referential, records });
        const lines = requirementsOf(session.referential, candidate.accessPath, records);
        const entry = missing.filter((each) => each.kind === 'entry');
        const count = (found: number): ReactNode => (
          <Badge tone={found === 0 ? 'success' : 'warning'}>{found === 0 ? words.complete : words.lacking(found)}</Badge>
        );
        return (
          <Stack gap="large">
            <p>{words.intro}</p>
            {session.referential.entryRequirements === null && session.referential.entryText !== null ? (
              <details className={styles['told']}>
                <summary>{words.told}</summary>
                <p>{session.referential.entryText}</p>
              </details>
            ) : null}
            <Section level={3} title={words.entry} actions={count(entry.length)}>
              <ul className={styles['lines']}>
                {lines.map((requirement) => {
                  const record = records.find((each) => each.code === requirement.code);
                  const known = !entry.some((each) => each.code === requirement.code);
                  return <Line key={requirement.code} {...props} requirement={requirement} record={record} known={known} reload={reload} />;
                })}
              </ul>
            </Section>
            {candidate.accessPath === 'VAE' ? (
              <Section level={3} title={words.blocks} actions={count(missing.filter((each) => each.kind === 'block').length)}>
                <ul className={styles['lines']}>
                  {candidate.presents.map((block) => {
                    const lacking = missing.some((each) => each.kind === 'block' && each.block === block);
                    return (
                      <li key={block} className={styles['line']}>
                        <div className={styles['head']}>
                          <h4>{shortBlock(block)}</h4>
                          <Badge tone={lacking ? 'warning' : 'success'}>{lacking ? words.notProven : words.proven}</Badge>
                        </div>
                      </li>
                    );
                  })}
                </ul>
              </Section>
            ) : (
              <Section
                level={3}
                title={words.projects}
                actions={projects.length === 0 ? undefined : count(missing.filter((each) => each.kind === 'project').length)}
              >
                {projects.length === 0 ? <p>{words.noProject}</p> : null}
                <ul className={styles['lines']}>
                  {projects.map((project) => (
                    <li key={project.id} className={styles['line']}>
                      <h4>{project.title}</h4>
                      <ul className={styles['marks']}>
                        {lacks.map((each) => {
                          const lacking = missing.some((one) => one.kind === 'project' && one.projectId === project.id && one.lacks === each);
                          return (
                            <li key={each}>
                              {words.lacks[each]} <Badge tone={lacking ? 'warning' : 'success'}>{lacking ? words.absent : words.present}</Badge>
                            </li>
                          );
                        })}
                      </ul>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
};

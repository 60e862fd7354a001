import { useState, type ReactNode } from 'react';
import type { Project } from '../../../domain/project.ts';
import { dossierWords } from '../../../words/dossier.ts';
import { shortBlocks } from '../../../words/outcome.ts';
import { verbs } from '../../../words/screens.ts';
import { undoWords } from '../../../words/undo.ts';
import { formatDuration, formatInstant, space } from '../../../words/typography.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Actions, Stack } from '../../parts/section.tsx';
import { useWrite } from '../../store/request.ts';
import { offerUndo } from '../../store/undo.ts';
import type { DossierProps } from './dossiers.tsx';
import { ProjectForm } from './project-form.tsx';
import styles from './prepare.module.css';

/** The projects of a dossier: blocks covered, report and deliverables, defence, grid. */
export const Projects = (props: DossierProps): ReactNode => {
  const { session, dossier, frozen, changed } = props;
  const { busy, failure, clear, run } = useWrite();
  const [editing, setEditing] = useState<Project['id'] | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Project | null>(null);
  const add = (
    <Button kind="primary" onPress={() => setEditing('new')}>
      {dossierWords.addProject}
    </Button>
  );
  const close = (): void => {
    setLeaving(null);
    clear();
  };
  const remove = async (project: Project): Promise<void> => {
    const removed = await run('project.remove', { sessionId: session.id, projectId: project.id });
    if (!removed.ok) return;
    close();
    await changed();
    offerUndo(undoWords.project(project.title), session.id, removed.value.undo, changed);
  };
  if (editing !== null)
    return <ProjectForm {...props} project={dossier.projects.find((each) => each.id === editing) ?? null} onClose={() => setEditing(null)} />;
  return (
    <Stack>
      {dossier.projects.length === 0 ? (
        <EmptyState title={dossierWords.noProject} actions={frozen ? undefined : add}>
          {dossierWords.noProjectText}
        </EmptyState>
      ) : (
        dossier.projects.map((project) => (
          <article key={project.id} className={styles['item']} aria-label={project.title}>
            <div className={styles['itemHead']}>
              <div>
                <h3>{project.title}</h3>
                <p className={styles['muted']}>
                  {shortBlocks(project.blocks)} · {dossierWords.projectLine(project.deliverables.length, project.grid.length)}
                </p>
              </div>
              <Actions>
                <Button kind="quiet" size="small" label={`${frozen ? verbs.view : verbs.edit} ${project.title}`} onPress={() => setEditing(project.id)}>
                  {frozen ? verbs.view : verbs.edit}
                </Button>
                {frozen ? null : (
                  <Button kind="quiet" size="small" label={`${verbs.remove} ${project.title}`} onPress={() => setLeaving(project)}>
                    {verbs.remove}
                  </Button>
                )}
              </Actions>
            </div>
            {project.defence.plannedAt === null ? (
              <p>
                <Badge tone="warning">{dossierWords.unplanned}</Badge>
              </p>
            ) : (
              <p>
                {dossierWords.defence}
                {space}: {formatInstant(project.defence.plannedAt, session.fields.timeZone)}, {formatDuration(project.defence.plannedMinutes)}
                {project.defence.evaluator === '' ? '' : ` · ${project.defence.evaluator}`}
              </p>
            )}
          </article>
        ))
      )}
      {frozen || dossier.projects.length === 0 ? null : <Actions>{add}</Actions>}
      <Confirm
        title={leaving === null ? '' : `${dossierWords.removeProject} : ${leaving.title}`}
        text={dossierWords.removeProjectText}
        act={dossierWords.removeProject}
        open={leaving !== null}
        onClose={close}
        onConfirm={() => (leaving === null ? undefined : void remove(leaving))}
        busy={busy}
        failure={failure}
      />
    </Stack>
  );
};

import type { Candidate } from './candidate.ts';
import { localDay } from './clock.ts';
import type { VaeFile } from './evidence.ts';
import type { Project } from './project.ts';
import { day as daySchema, type Day } from './time.ts';

/** What one candidate passes in one slot: the defences and the interview of the day, one after the other. */
export interface Appearance {
  readonly candidate: Candidate;
  readonly projects: readonly Project[];
  readonly interview: VaeFile | null;
  /** Minutes planned in all; 0 where nothing is to be passed. */
  readonly minutes: number;
  /** The day of what is planned when all of it is on another day; null otherwise. */
  readonly elsewhere: Day | null;
}

/** What each candidate passes on a day: what is planned on that day or not yet; where all is on another day, all of it. */
export const listAppearances = (
  held: { readonly on: Day; readonly timeZone: string },
  candidates: readonly Candidate[],
  projects: readonly Project[],
  vaeFiles: readonly VaeFile[],
): Appearance[] =>
  candidates.map((candidate) => {
    const own = projects.filter((project) => project.candidateId === candidate.id);
    const file = candidate.accessPath === 'VAE' ? (vaeFiles.find((each) => each.candidateId === candidate.id) ?? null) : null;
    const dayOf = (at: Project['defence']['plannedAt']): string | null => (at === null ? null : localDay(at, held.timeZone));
    const here = (at: Project['defence']['plannedAt']): boolean => at === null || dayOf(at) === held.on;
    const todays = own.filter((project) => here(project.defence.plannedAt));
    const interview = file !== null && here(file.interviewAt) ? file : null;
    const other = dayOf(own[0]?.defence.plannedAt ?? file?.interviewAt ?? null);
    const none = todays.length === 0 && interview === null;
    const passed = none ? { projects: own, interview: file } : { projects: todays, interview };
    const minutes = passed.projects.reduce((sum, project) => sum + project.defence.plannedMinutes, passed.interview?.interviewMinutes ?? 0);
    return { candidate, ...passed, minutes, elsewhere: none && other !== null ? daySchema.parse(other) : null };
  });

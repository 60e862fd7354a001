import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { officerRecord } from '../domain/accommodation.ts';
import { presence } from '../domain/candidate.ts';
import { clockTime } from '../domain/clock.ts';
import { decisionFields, type outcome, postponementCause } from '../domain/decision.ts';
import { pieceKind } from '../domain/dossier.ts';
import { declarationSettings, holderIdentity } from '../domain/holder.ts';
import { blockCode, competencyCode } from '../domain/ids.ts';
import { jurorFields, linkKind } from '../domain/jury.ts';
import { requirementCode } from '../domain/requirements.ts';
import { totals } from '../domain/totals.ts';
import { opinionValue } from '../domain/opinion.ts';
import { gridLine } from '../domain/project.ts';
import { day, instant } from '../domain/time.ts';
import { sessionFields } from '../domain/view.ts';

const appearance = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), text: z.string() }),
  z.object({ kind: z.literal('drawn'), strokes: z.array(z.array(z.object({ x: z.number(), y: z.number() }))) }),
]);

/** The demonstration day, told as data: people by the keys of the file, candidates by their number. */
export const scenario = z.object({
  passphrase: z.string(),
  candidates: z.string(),
  refusedCandidates: z.string(),
  session: sessionFields,
  leadPin: z.string(),
  officer: z.object({ givenName: z.string(), familyName: z.string(), pin: z.string() }),
  clock: z.object({ preparedAt: instant, opensAt: instant, deliberatesAt: instant, closesAt: instant, signsAt: instant, archivedAt: instant }),
  acknowledgements: z.array(z.object({ remark: z.string(), reason: z.string() })),
  jurors: z.array(z.object({ key: z.string(), pin: z.string(), fields: jurorFields })),
  president: z.string(),
  deputy: z.string(),
  attendance: z.array(z.string()),
  declarations: z.array(z.object({ juror: z.string(), links: z.array(z.object({ candidate: z.string(), kind: linkKind, note: z.string() })) })),
  substitutions: z.array(z.object({ replaced: z.string(), substitute: z.string(), candidates: z.array(z.string()) })),
  pieces: z.array(z.object({ candidate: z.string(), kind: pieceKind, title: z.string(), file: z.string() })),
  projects: z.array(
    z.object({
      candidate: z.string(),
      title: z.string(),
      blocks: z.array(blockCode),
      report: z.string().nullable(),
      deliverables: z.array(z.object({ title: z.string(), file: z.string().nullable(), competencies: z.array(competencyCode) })),
      defence: z.object({
        plannedAt: instant.nullable(),
        plannedMinutes: z.number(),
        evaluator: z.string(),
        timer: z.array(z.object({ move: z.enum(['start', 'pause', 'resume', 'stop']), afterSeconds: z.number() })).nullable(),
      }),
      grid: z.array(gridLine),
    }),
  ),
  evidence: z.array(z.object({ candidate: z.string(), title: z.string(), file: z.string().nullable(), competencies: z.array(competencyCode) })),
  vaeFiles: z.array(
    z.object({
      candidate: z.string(),
      recevableOn: day.nullable(),
      recevabilityReference: z.string(),
      validationFile: z.string().nullable(),
      interviewAt: instant.nullable(),
      interviewMinutes: z.number(),
    }),
  ),
  entryChecks: z.object({
    verifiedOn: day,
    verifiedBy: z.string(),
    proof: z.string(),
    unchecked: z.array(z.object({ candidate: z.string(), code: requirementCode })),
  }),
  schedule: z.object({ startsAt: clockTime, rooms: z.array(z.string()) }),
  accommodations: z.array(z.object({ candidate: z.string(), ...officerRecord.omit({ candidateId: true }).shape })),
  accommodationReadings: z.array(z.object({ candidate: z.string(), juror: z.string(), note: z.string() })),
  presences: z.array(z.object({ candidate: z.string(), presence, note: z.string() })),
  blockAbsences: z.array(z.object({ candidate: z.string(), block: blockCode, note: z.string() })),
  postponements: z.array(z.object({ candidate: z.string(), cause: postponementCause, note: z.string() })),
  deliberations: z.array(
    z.object({
      candidate: z.string(),
      block: blockCode,
      rounds: z.array(z.object({ reason: z.string().nullable(), opinions: z.array(z.object({ juror: z.string(), value: opinionValue, note: z.string() })) })),
      decision: decisionFields,
    }),
  ),
  incidents: z.array(z.object({ at: instant, text: z.string() })),
  signatures: z.array(z.object({ juror: z.string(), appearance })),
  seal: z.object({ appearance }),
  declaration: z.object({
    settings: declarationSettings,
    writtenAt: instant,
    identities: z.array(z.object({ candidate: z.string(), identity: holderIdentity })),
  }),
  expected: z.object({
    outcomes: z.record(z.string(), z.object({ kind: z.string(), remaining: z.array(blockCode).optional(), cause: z.string().optional() })),
    totals,
  }),
});
/** The demonstration day, told as data. */
export type Scenario = z.infer<typeof scenario>;
/** An outcome as the engine gives it, to compare with the day's expectations. */
export type ScenarioOutcome = z.infer<typeof outcome>;

/** Reads the demonstration day from the program's resources. */
export const readScenario = (resourcesFolder: string): Scenario =>
  scenario.parse(JSON.parse(readFileSync(join(resourcesFolder, 'demo', 'scenario.json'), 'utf8')));

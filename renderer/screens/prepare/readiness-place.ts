import type { ReadinessLine } from '../../../domain/view.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { Screen } from '../../store/screen.ts';

/** Where a missing thing is put right. */
export const placeOf = (line: ReadinessLine, sessionId: SessionId): Screen => {
  const at = { kind: 'prepare', sessionId } as const;
  const candidate = line.candidateId === null ? {} : { candidateId: line.candidateId };
  switch (line.code) {
    case 'leadMissing':
    case 'placeMissing':
      return { ...at, section: 'session' };
    case 'remarkUnacknowledged':
      return { ...at, section: 'session', to: 'remark' };
    case 'appealMissing':
      return { ...at, section: 'session', to: 'regulations' };
    case 'jurorsMissing':
    case 'compositionAtRisk':
    case 'parity':
    case 'linksToCheck':
      return { ...at, section: 'jury' };
    case 'candidatesMissing':
      return { ...at, section: 'candidates' };
    case 'scheduleMissing':
    case 'scheduleChanged':
    case 'defenceUnplanned':
      return { ...at, section: 'schedule' };
    case 'presentsNothing':
    case 'entryOutside':
    case 'closedPath':
      return { ...at, section: 'candidates', ...candidate };
    default:
      return { ...at, section: 'dossiers', ...candidate };
  }
};

import { useEffect, useState } from 'react';
import type { Failure } from '../../../domain/errors.ts';
import type { JurorId } from '../../../domain/ids.ts';
import { ask } from '../../bridge.ts';
import type { Screen } from '../../store/screen.ts';
import { nameMember } from '../deliberate/names.ts';

/** What a turn may know of the room: names and who has recorded; never what anybody thinks. */
export interface Room {
  readonly candidate: string;
  readonly seats: readonly { readonly id: JurorId; readonly name: string; readonly recorded: boolean }[];
}

/** Reads the room and keeps only what a turn may know; the rest of the answer is dropped before it reaches any state. */
export const useRoom = (place: Extract<Screen, { kind: 'turn' | 'notes' }>): { readonly room: Room | null; readonly failure: Failure | null } => {
  const [room, setRoom] = useState<Room | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { sessionId, candidateId, block } = place;
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const [sitting, candidate] = await Promise.all([ask('sitting.get', { sessionId }), ask('sitting.candidate', { sessionId, candidateId })]);
      if (!current) return;
      if (!sitting.ok) return setFailure(sitting.error);
      if (!candidate.ok) return setFailure(candidate.error);
      const last = candidate.value.blocks.find((entry) => entry.code === block)?.rounds.at(-1);
      const recorded = last?.kind === 'sealed' ? last.recorded : [];
      const seats = candidate.value.line.composition.sitting.map((id) => ({
        id,
        name: nameMember(sitting.value.members, id),
        recorded: recorded.includes(id),
      }));
      setRoom({ candidate: candidate.value.line.name, seats });
    };
    void read();
    return () => {
      current = false;
    };
  }, [sessionId, candidateId, block]);
  return { room, failure };
};

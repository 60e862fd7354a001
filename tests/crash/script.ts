import type { Act, Author } from '../../domain/act.ts';
import type { RequestInput } from '../../domain/contract.ts';
import type { OpinionValue } from '../../domain/opinion.ts';
import type { BlockCode, CandidateId, CompetencyCode, JurorId } from '../../domain/ids.ts';
import { archived } from '../fixtures/archived.ts';
import type { Beat, Screens, Seat } from './beat.ts';
import { blockOf, candidateOf, jurorOf, pinOf, projectOf, type Cast } from './cast.ts';

const lead: Author = { kind: 'lead' };
type Place = readonly [string, 1 | 2 | 3];
type ActBeat = Extract<Beat, { kind: 'act' }>;

/** Writes a sitting beat by beat: what is asked, the act that it must leave, and how a screen shows that it is done. */
export class Script {
  readonly beats: Beat[] = [];
  private readonly cast: Cast;
  private incidents = 0;
  private readonly stays = new Map<string, number>();

  constructor(cast: Cast) {
    this.cast = cast;
  }

  private act(beat: Omit<ActBeat, 'kind' | 'author'> & { readonly author?: Author }): this {
    this.beats.push({ author: lead, ...beat, kind: 'act' });
    return this;
  }

  private on([number, rank]: Place): { candidateId: CandidateId; block: BlockCode } {
    return { candidateId: candidateOf(this.cast, number), block: blockOf(rank) };
  }

  private juror(key: string): { jurorId: JurorId; pin: string; author: Author } {
    const jurorId = jurorOf(this.cast, key);
    return { jurorId, pin: pinOf(this.cast, jurorId), author: { kind: 'juror', jurorId } };
  }

  private block(screens: Screens, place: Place) {
    const { candidateId, block } = this.on(place);
    return screens.candidates.get(candidateId)?.blocks.find((entry) => entry.code === block);
  }

  attendance(key: string, present: boolean): this {
    const { jurorId } = this.juror(key);
    const { sessionId } = this.cast;
    const stay = present ? (this.stays.get(key) ?? 0) : (this.stays.get(key) ?? 1) - 1;
    if (present) this.stays.set(key, stay + 1);
    return this.act({
      act: { kind: 'attendance', jurorId, present },
      play: ({ ask }) => ask('room.attendance', { sessionId, jurorId, present }),
      seen: ({ sitting }) => {
        const found = sitting.members.find((member) => member.juror.id === jurorId)?.attendance[stay];
        return found !== undefined && (present || found.to !== null);
      },
    });
  }

  designate(key: string, rank: 'president' | 'deputy'): this {
    const { jurorId } = this.juror(key);
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'presidentDesignated', jurorId, rank },
      play: ({ ask }) => ask('room.designate', { sessionId, jurorId, rank }),
      seen: ({ sitting }) => sitting.members.some((member) => member.juror.id === jurorId && member.rank === rank),
    });
  }

  declare(key: string, links: RequestInput<'room.declare'>['links']): this {
    const { jurorId, pin, author } = this.juror(key);
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'declaration', jurorId, links },
      author,
      play: ({ ask }) => ask('room.declare', { sessionId, jurorId, pin, links }),
      seen: ({ sitting }) => sitting.members.some((member) => member.juror.id === jurorId && member.declaredAt !== null),
    });
  }

  substitute(replacedKey: string, substituteKey: string, number: string): this {
    const [replaced, substitute] = [jurorOf(this.cast, replacedKey), jurorOf(this.cast, substituteKey)];
    const candidateId = candidateOf(this.cast, number);
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'substitution', candidateIds: [candidateId], replaced, substitute },
      play: ({ ask }) => ask('room.substitute', { sessionId, candidateIds: [candidateId], replaced, substitute }),
      seen: ({ candidates }) =>
        candidates.get(candidateId)?.line.recusals.some((entry) => entry.jurorId === replaced && entry.substitute === substitute) ?? false,
    });
  }

  open(): this {
    const { sessionId, leadPin: pin } = this.cast;
    return this.act({
      act: { kind: 'opened' },
      play: ({ ask }) => ask('session.open', { sessionId, pin }),
      seen: ({ sitting }) => sitting.phase !== 'preparing',
    });
  }

  presence(number: string, presence: 'present' | 'absent' | 'excused', note = ''): this {
    const candidateId = candidateOf(this.cast, number);
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'presence', candidateId, presence, note },
      play: ({ ask }) => ask('sitting.presence', { sessionId, candidateId, presence, note }),
      seen: ({ candidates }) => candidates.get(candidateId)?.line.presence === presence,
    });
  }

  timer(number: string, move: 'start' | 'pause' | 'resume' | 'stop'): this {
    const candidateId = candidateOf(this.cast, number);
    const projectId = projectOf(this.cast);
    const { sessionId } = this.cast;
    const shown = { start: ['running', false], pause: ['paused', true], resume: ['running', true], stop: ['stopped', true] } as const;
    return this.act({
      act: { kind: 'timer', projectId, candidateId, move, note: '' },
      play: ({ ask }) => ask('sitting.timer', { sessionId, candidateId, projectId, move, note: '' }),
      seen: ({ candidates }) => {
        const timer = candidates.get(candidateId)?.timers.find((entry) => entry.projectId === projectId)?.timer;
        return timer !== undefined && timer.kind === shown[move][0] && timer.spent > 0 === shown[move][1];
      },
    });
  }

  reading(number: string, key: string, note: string): this {
    const candidateId = candidateOf(this.cast, number);
    const { jurorId, pin, author } = this.juror(key);
    const { sessionId } = this.cast;
    return this.act({
      // What is noted of an accommodation lies beside the journal, to go with the consent.
      act: { kind: 'accommodationRead', jurorId, candidateId, note: '' },
      author,
      play: ({ ask }) => ask('sitting.accommodationRead', { sessionId, candidateId, jurorId, pin, note }),
      seen: ({ candidates }) => candidates.get(candidateId)?.readBy.includes(jurorId) ?? false,
    });
  }

  /** A turn: the note is typed in two steps before the opinion is recorded; a revision is one that nobody else can see. */
  opinion(place: Place, key: string, round: number, value: OpinionValue, note: string, revises = false): this {
    const { candidateId, block } = this.on(place);
    const { jurorId, author } = this.juror(key);
    const seat: Seat = { jurorId, candidateId, block };
    const draft = `${jurorId} opinion:${candidateId}:${block}:${round}`;
    for (const text of [note.slice(0, -6), note])
      this.beats.push({ kind: 'draft', draft, text, play: async ({ ask, turn }) => ask('turn.draft', { turn: await turn(seat), text }) });
    return this.act({
      act: { kind: 'opinion', jurorId, candidateId, block, round, value, note },
      author,
      clears: draft,
      play: async ({ ask, turn }) => ask('turn.record', { turn: await turn(seat), value, note }),
      seen: (screens) => {
        const shown = this.block(screens, place)?.rounds.find((entry) => entry.round === round);
        if (shown?.kind === 'revealed') return true;
        return !revises && shown !== undefined && shown.recorded.includes(jurorId);
      },
    });
  }

  reveal(place: Place, round: number): this {
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'reveal', ...this.on(place), round },
      play: ({ ask }) => ask('round.reveal', { sessionId, ...this.on(place) }),
      seen: (screens) => this.block(screens, place)?.rounds.some((entry) => entry.round === round && entry.kind === 'revealed') ?? false,
    });
  }

  another(place: Place, round: number, reason: string): this {
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'round', ...this.on(place), round, reason },
      play: ({ ask }) => ask('round.another', { sessionId, ...this.on(place), reason }),
      seen: (screens) => this.block(screens, place)?.rounds.some((entry) => entry.round === round) ?? false,
    });
  }

  /** A decision, typed as a draft first; `after` decisions of the block were reopened before it. */
  decide(place: Place, outcome: 'validated' | 'notValidated', reason: string, after = 0): this {
    const { sessionId } = this.cast;
    const { candidateId, block } = this.on(place);
    const refused = outcome === 'notValidated';
    const words = { reason, recommendation: refused ? 'Reprendre ce point.' : '', competencies: refused ? [`${block}-C1` as CompetencyCode] : [] };
    const key = `decision:${candidateId}:${block}`;
    for (const text of [reason.slice(0, 4), reason]) this.draft(key, JSON.stringify({ outcome, ...words, reason: text }));
    return this.act({
      act: { kind: 'decision', candidateId, block, outcome, ...words },
      clears: `lead ${key}`,
      play: ({ ask }) => ask('decision.record', { sessionId, candidateId, block, decision: { outcome, ...words } }),
      seen: (screens) => {
        const shown = this.block(screens, place);
        return shown !== undefined && (shown.superseded.length > after || (shown.superseded.length === after && 'decision' in shown.state));
      },
    });
  }

  reopen(place: Place, key: string, reason: string): this {
    const { sessionId } = this.cast;
    const { pin, author } = this.juror(key);
    return this.act({
      act: { kind: 'reopening', ...this.on(place), reason },
      author,
      play: ({ ask }) => ask('decision.reopen', { sessionId, ...this.on(place), reason, pin }),
      seen: (screens) => (this.block(screens, place)?.superseded.length ?? 0) > 0,
    });
  }

  /** A text that the lead's screen keeps while one works. */
  draft(key: string, text: string): this {
    const { sessionId } = this.cast;
    this.beats.push({ kind: 'draft', draft: `lead ${key}`, text, play: ({ ask }) => ask('draft.save', { sessionId, key, text }) });
    return this;
  }

  incident(text: string): this {
    const { sessionId } = this.cast;
    const rank = (this.incidents += 1);
    return this.act({
      act: { kind: 'incident', text },
      play: ({ ask }) => ask('sitting.incident', { sessionId, text }),
      seen: ({ sitting }) => sitting.incidents.length >= rank,
    });
  }

  /** Any other act on a candidate, as the screens of that candidate show it. */
  other(act: Act, play: ActBeat['play'], seen: (view: NonNullable<ReturnType<Screens['candidates']['get']>>) => boolean, author = lead): this {
    if (!('candidateId' in act)) throw new Error('an act on a candidate');
    const { candidateId } = act;
    const shows = ({ candidates }: Screens): boolean => {
      const view = candidates.get(candidateId);
      return view !== undefined && seen(view);
    };
    return this.act({ act, author, play, seen: shows });
  }

  /** What was done and then undone shows no more: an incident told in between says that it was done. */
  undone(act: Act, play: ActBeat['play'], seen: (view: NonNullable<ReturnType<Screens['candidates']['get']>>) => boolean, author = lead): this {
    const told = this.incidents;
    if (!('candidateId' in act)) throw new Error('an act on a candidate');
    const { candidateId } = act;
    const shows = ({ candidates, sitting }: Screens): boolean => {
      const view = candidates.get(candidateId);
      return sitting.incidents.length >= told && view !== undefined && seen(view);
    };
    return this.act({ act, author, play, seen: shows });
  }

  close(): this {
    const { sessionId, leadPin: pin } = this.cast;
    const seen = ({ sitting }: Screens): boolean => !['preparing', 'open'].includes(sitting.phase);
    return this.act({ act: { kind: 'closed' }, play: ({ ask }) => ask('session.close', { sessionId, pin }), seen });
  }

  print(): this {
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'printed', base: '0'.repeat(64), printing: 1 },
      play: ({ ask }) => ask('minute.print', { sessionId }),
      seen: ({ signing }) => signing.printing !== null,
    });
  }

  sign(key: string | null): this {
    const { sessionId, leadPin } = this.cast;
    const [signer, pin, author] = key === null ? ['lead', leadPin, lead] : [this.juror(key).jurorId, this.juror(key).pin, this.juror(key).author];
    const capacity = key === null ? 'lead' : 'member';
    return this.act({
      act: { kind: 'signed', signer, capacity, fingerprint: '0'.repeat(64), printing: 1 },
      author,
      play: ({ ask }) => ask('minute.sign', { sessionId, signer, capacity, pin, appearance: { kind: 'typed', text: 'Signature' } }),
      seen: ({ signing }) => signing.signers.some((entry) => entry.signer === signer && entry.capacity === capacity && entry.signedAt !== null),
    });
  }

  archive(): this {
    const { sessionId } = this.cast;
    return this.act({
      act: { kind: 'archived', sha256: '0'.repeat(64) },
      play: ({ ask }) => archived(ask, sessionId),
      seen: ({ signing }) => signing.archivedSha256 !== null,
    });
  }
}

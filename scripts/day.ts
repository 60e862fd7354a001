import { setTimeout } from 'node:timers/promises';
import type { Clock, Instant } from '../domain/time.ts';
import { instantFrom } from '../domain/time.ts';
import type { BlockCode, CandidateId, JurorId, SessionId } from '../domain/ids.ts';
import type { Outcome } from '../domain/decision.ts';
import type { Result } from '../domain/errors.ts';
import type { RequestInput, RequestName, RequestOutput } from '../domain/contract.ts';
import type { Desk } from '../requests/desk.ts';
import type { Scenario } from '../requests/scenario.ts';

/** A clock that a script sets; it advances one second at each reading, so that no two acts share an instant. */
export class ScriptClock implements Clock {
  private present: number;

  constructor(start: Instant) {
    this.present = Date.parse(start);
  }

  readonly now = (): Instant => instantFrom((this.present += 1000));

  /** Moves forward to an instant; never back. */
  moveTo(at: Instant): void {
    this.present = Math.max(this.present, Date.parse(at));
  }

  /** Moves forward by seconds. */
  advance(seconds: number): void {
    this.present += seconds * 1000;
  }
}

/** A refusal that the day did not expect. */
export class DayRefused extends Error {}

/** The demonstration day as played: who is who, and what each candidate got. */
export interface PlayedDay {
  readonly sessionId: SessionId;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** Plays the demonstration day through the desk, by the same requests as the window's. */
export class Day {
  private readonly desk: Desk;
  private readonly scenario: Scenario;
  private readonly clock: ScriptClock;
  private sessionId!: SessionId;
  private jurors = new Map<string, JurorId>();
  private candidates = new Map<string, CandidateId>();

  constructor(desk: Desk, scenario: Scenario, clock: ScriptClock) {
    this.desk = desk;
    this.scenario = scenario;
    this.clock = clock;
  }

  private async ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const answer: Result<RequestOutput<Name>> = await this.desk.ask(name, input);
    if (!answer.ok) throw new DayRefused(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`);
    return answer.value;
  }

  private juror(key: string): JurorId {
    const id = this.jurors.get(key);
    if (!id) throw new DayRefused(`no member ${key}`);
    return id;
  }

  private candidate(number: string): CandidateId {
    const id = this.candidates.get(number);
    if (!id) throw new DayRefused(`no candidate ${number}`);
    return id;
  }

  private pinOf(key: string): string {
    return this.scenario.jurors.find((entry) => entry.key === key)?.pin ?? '';
  }

  /** Opens the demonstration's store; the session is prepared the first time. */
  async prepare(): Promise<SessionId> {
    const { sessionId } = await this.ask('store.openDemonstration', {});
    this.sessionId = sessionId;
    const session = await this.ask('session.get', { sessionId });
    this.scenario.jurors.forEach(({ key }, index) => {
      const id = session.jurors[index]?.id;
      if (id) this.jurors.set(key, id);
    });
    for (const line of await this.ask('candidate.list', { sessionId })) this.candidates.set(line.number, line.id);
    return sessionId;
  }

  /** Attendance, president, declarations, substitutes, opening. */
  async open(): Promise<void> {
    const { sessionId, scenario } = this;
    this.clock.moveTo(scenario.clock.opensAt);
    for (const key of scenario.attendance) await this.ask('room.attendance', { sessionId, jurorId: this.juror(key), present: true });
    await this.ask('room.designate', { sessionId, jurorId: this.juror(scenario.president), rank: 'president' });
    await this.ask('room.designate', { sessionId, jurorId: this.juror(scenario.deputy), rank: 'deputy' });
    for (const { juror, links } of scenario.declarations)
      await this.ask('room.declare', {
        sessionId,
        jurorId: this.juror(juror),
        pin: this.pinOf(juror),
        links: links.map(({ candidate, kind, note }) => ({ candidateId: this.candidate(candidate), kind, note })),
      });
    for (const { replaced, substitute, candidates } of scenario.substitutions)
      await this.ask('room.substitute', {
        sessionId,
        replaced: this.juror(replaced),
        substitute: this.juror(substitute),
        candidateIds: candidates.map((number) => this.candidate(number)),
      });
    await this.ask('session.open', { sessionId, pin: scenario.leadPin });
  }

  /** Presences, defences, readings, opinions turn by turn, reveals, decisions, incidents. */
  async deliberate(): Promise<void> {
    const { sessionId, scenario } = this;
    for (const { candidate, presence, note } of scenario.presences)
      await this.ask('sitting.presence', { sessionId, candidateId: this.candidate(candidate), presence, note });
    await this.playDefences();
    for (const { candidate, cause, note } of scenario.postponements)
      await this.ask('sitting.postpone', { sessionId, candidateId: this.candidate(candidate), cause, note });
    for (const { candidate, block, note } of scenario.blockAbsences)
      await this.ask('sitting.blockAbsence', { sessionId, candidateId: this.candidate(candidate), block, absent: true, note });
    this.clock.moveTo(scenario.clock.deliberatesAt);
    for (const { candidate, juror, note } of scenario.accommodationReadings)
      await this.ask('sitting.accommodationRead', {
        sessionId,
        candidateId: this.candidate(candidate),
        jurorId: this.juror(juror),
        pin: this.pinOf(juror),
        note,
      });
    for (const { candidate, block, rounds, decision } of scenario.deliberations) {
      for (const [index, round] of rounds.entries()) await this.playRound(candidate, block, index, round);
      await this.ask('decision.record', { sessionId, candidateId: this.candidate(candidate), block, decision });
    }
  }

  private async playDefences(): Promise<void> {
    const { sessionId, scenario } = this;
    const incidents = [...scenario.incidents];
    const planned = scenario.projects.flatMap((project) => (project.defence.plannedAt === null ? [] : [{ project, at: project.defence.plannedAt }]));
    for (const { project, at } of planned.toSorted((one, other) => one.at.localeCompare(other.at))) {
      const candidateId = this.candidate(project.candidate);
      const { projects } = await this.ask('dossier.get', { sessionId, candidateId });
      const projectId = projects.find((entry) => entry.title === project.title)?.id;
      if (!projectId || project.defence.timer === null) continue;
      this.clock.moveTo(at);
      for (const { move, afterSeconds } of project.defence.timer) {
        this.clock.advance(Math.max(0, afterSeconds - 1));
        await this.ask('sitting.timer', { sessionId, candidateId, projectId, move, note: '' });
      }
    }
    for (const incident of incidents) await this.ask('sitting.incident', { sessionId, text: incident.text });
  }

  private async playRound(number: string, block: BlockCode, index: number, round: Scenario['deliberations'][number]['rounds'][number]): Promise<void> {
    const { sessionId } = this;
    const candidateId = this.candidate(number);
    if (index > 0) await this.ask('round.another', { sessionId, candidateId, block, reason: round.reason ?? '' });
    for (const { juror, value, note } of round.opinions) {
      const { turn } = await this.ask('turn.begin', { sessionId, candidateId, block, jurorId: this.juror(juror), pin: this.pinOf(juror) });
      await this.ask('turn.record', { turn, value, note });
    }
    await this.ask('round.reveal', { sessionId, candidateId, block });
  }

  /** Closing, and the minute printed. */
  async print(): Promise<void> {
    const { sessionId, scenario } = this;
    this.clock.moveTo(scenario.clock.closesAt);
    await this.ask('session.close', { sessionId, pin: scenario.leadPin });
    this.clock.moveTo(scenario.clock.signsAt);
    await this.ask('minute.print', { sessionId });
  }

  /** Closing, printing, the members' signatures, the lead's seal. */
  async sign(): Promise<void> {
    await this.print();
    await this.seal();
  }

  /** The members' signatures on what is printed, then the lead's seal. */
  async seal(): Promise<void> {
    const { sessionId, scenario } = this;
    for (const { juror, appearance } of scenario.signatures) {
      this.clock.advance(45);
      await this.ask('minute.sign', { sessionId, signer: this.juror(juror), capacity: 'member', pin: this.pinOf(juror), appearance });
    }
    this.clock.advance(60);
    await this.ask('minute.sign', { sessionId, signer: 'lead', capacity: 'lead', pin: scenario.leadPin, appearance: scenario.seal.appearance });
    await this.ask('minute.save', { sessionId });
  }

  /** The working part, encrypted under the demonstration's own passphrase. */
  async exportWorking(): Promise<void> {
    const { sessionId, scenario } = this;
    await this.ask('working.export', { sessionId, passphrase: scenario.passphrase, pin: scenario.leadPin });
  }

  /** The declaration of the holders: the organism's identifiers, who they are, the file of all of them. */
  async declare(): Promise<void> {
    const { sessionId, scenario } = this;
    const { settings, writtenAt, identities } = scenario.declaration;
    this.clock.moveTo(writtenAt);
    await this.ask('holder.saveSettings', { settings });
    for (const { candidate, identity } of identities) await this.ask('holder.saveIdentity', { sessionId, candidateId: this.candidate(candidate), identity });
    const candidateIds = identities.map(({ candidate }) => this.candidate(candidate));
    await this.ask('holder.write', { sessionId, action: 'CREATION', candidateIds, again: false });
  }

  /** Waits for the end of a long work. */
  private async end({ work, fileName }: { readonly work: string; readonly fileName: string }): Promise<void> {
    for (;;) {
      const state = await this.ask('work.get', { work });
      if (state.kind === 'failed') throw new DayRefused(`${fileName}: ${state.error.code} ${JSON.stringify(state.error.facts)}`);
      if (state.kind === 'done') return;
      await setTimeout(10);
    }
  }

  /** Every letter in one zip, and the results in both forms. */
  async letters(): Promise<void> {
    const { sessionId } = this;
    await this.end(await this.ask('notification.saveAll', { sessionId }));
    for (const format of ['csv', 'xlsx'] as const) await this.ask('notification.results', { sessionId, format });
  }

  /** The archive, and what each candidate got. */
  async archive(): Promise<PlayedDay & { readonly verdict: RequestOutput<'archive.written'>['verdict'] }> {
    const { sessionId } = this;
    this.clock.moveTo(this.scenario.clock.archivedAt);
    const started = await this.ask('archive.write', { sessionId, lock: null });
    await this.end(started);
    const { verdict } = await this.ask('archive.written', { work: started.work });
    const sitting = await this.ask('sitting.get', { sessionId });
    return { sessionId, verdict, outcomes: new Map(sitting.candidates.map((line) => [line.number, line.outcome])) };
  }
}

import { french } from './french.ts';
import { postponementWords, type PostponementKind } from './outcome.ts';
import { countOf, formatDay, formatTime, joinList, space } from './typography.ts';

/** A block that the candidate brings, as the record tells it. */
export type BroughtShape =
  | { readonly kind: 'earlier'; readonly minute: string; readonly on: string | null }
  | { readonly kind: 'equivalence'; readonly from: string; readonly reference: string; readonly on: string; readonly authority: string };

/** A gap of a composition, as the record tells it. */
export type GapShape =
  | { readonly kind: 'members' | 'externals'; readonly needed: number; readonly sitting: number }
  | { readonly kind: 'lead' | 'qualified' | 'president' | 'closedPath' }
  | { readonly kind: 'undeclared'; readonly jurors: readonly string[] };

/** Why a block is where it is, as data (domain/grounds.ts). */
export type GroundsShape =
  | { readonly kind: 'brought'; readonly brought: BroughtShape }
  | { readonly kind: 'notPresented' | 'pending' }
  | { readonly kind: 'absent'; readonly scope: 'candidate' | 'block'; readonly presence: string }
  | {
      readonly kind: 'postponed';
      readonly cause: PostponementKind;
      readonly note: string;
      readonly gaps: readonly GapShape[];
      readonly entry: { readonly entryDate: string; readonly from: string; readonly to: string };
    }
  | {
      readonly kind: 'decided';
      readonly decision: {
        readonly at: string;
        readonly rule: 'collegial' | 'majority';
        readonly regulations: string;
        readonly members: readonly string[];
        readonly president: string;
      };
      readonly path: string;
      readonly recusals: readonly { readonly jurorId: string; readonly cause: CauseOfRecusal; readonly substitute: string | null }[];
      readonly superseded: number;
    };

/** Why a member does not sit for a candidate. */
export type CauseOfRecusal = 'family' | 'personal' | 'professional' | 'hierarchical' | 'pedagogical' | 'business' | 'ownRequest';

const recusalCauses: Readonly<Record<CauseOfRecusal, string>> = {
  family: 'lien familial',
  personal: 'lien personnel',
  professional: 'lien professionnel',
  hierarchical: 'lien hiérarchique',
  pedagogical: 'lien pédagogique',
  business: 'lien d’affaires',
  ownRequest: 'à sa demande',
};

/** Under which rule a decision was taken. */
export const ruleWords = { collegial: 'décision collégiale', majority: 'décision liée au résultat des avis' } as const;

const minuteOf = (reference: string): string => (/^(PV|procès-verbal)\b/i.test(reference) ? reference : `PV${space}${reference}`);

/** What a composition lacks, each gap in few words; `nameOf` names a member. */
export const sayGap = (gap: GapShape, nameOf: (id: string) => string): string => {
  switch (gap.kind) {
    case 'members':
      return `${countOf(gap.sitting, 'membre siège', 'membres siègent')}, il en faut ${gap.needed}`;
    case 'externals':
      return `${countOf(gap.sitting, 'membre externe', 'membres externes')}, il en faut ${gap.needed}`;
    case 'lead':
      return 'le responsable pédagogique de la filière ne siège pas';
    case 'qualified':
      return 'aucun membre qualifié pour la certification ne siège';
    case 'president':
      return 'personne ne préside';
    case 'closedPath':
      return 'la voie d’accès est fermée';
    case 'undeclared':
      return gap.jurors.length === 1
        ? `${joinList(gap.jurors.map(nameOf))} est là, et doit déclarer ses liens pour siéger`
        : `${joinList(gap.jurors.map(nameOf))} sont là, et doivent déclarer leurs liens pour siéger`;
  }
};

const unnamed = (): string => 'un membre';

type Decided = Extract<GroundsShape, { readonly kind: 'decided' }>;

const sayBench = (decision: Decided['decision'], recusals: Decided['recusals'], nameOf: (id: string) => string): string[] => {
  const recused = recusals.map(
    ({ jurorId, cause, substitute }) => `${nameOf(jurorId)} (${recusalCauses[cause]}${substitute === null ? '' : `, ${nameOf(substitute)} siège`})`,
  );
  return [
    `jury : ${joinList(decision.members.map(nameOf))}`,
    `préside : ${nameOf(decision.president)}`,
    ...(recused.length === 0 ? [] : [`déport : ${joinList(recused)}`]),
  ];
};

/** Why a block is where it is, in one sentence without its full stop; `nameOf` names members, or is null where a page names none; `timeZone` is the session's. */
export const sayGrounds = (grounds: GroundsShape, nameOf: ((id: string) => string) | null, timeZone: string): string => {
  switch (grounds.kind) {
    case 'brought': {
      const { brought } = grounds;
      return brought.kind === 'earlier'
        ? `par le ${minuteOf(brought.minute)}${brought.on === null ? '' : ` du ${formatDay(brought.on)}`}`
        : `par équivalence de ${brought.from}, ${brought.reference}, ${formatDay(brought.on)}, ${brought.authority}`;
    }
    case 'notPresented':
      return 'bloc non présenté à cette session';
    case 'pending':
      return 'aucune décision';
    case 'absent':
      if (grounds.scope === 'block') return 'candidat absent à ce bloc';
      return grounds.presence === 'excused' ? 'candidat excusé' : 'candidat absent';
    case 'postponed': {
      const gaps =
        grounds.cause === 'composition' && grounds.gaps.length > 0 ? ` (${grounds.gaps.map((gap) => sayGap(gap, nameOf ?? unnamed)).join(', ')})` : '';
      const { entryDate, from, to } = grounds.entry;
      const entry = grounds.cause === 'entry' ? ` (entrée le ${formatDay(entryDate)}, enregistrement du ${formatDay(from)} au ${formatDay(to)})` : '';
      return french(`${postponementWords[grounds.cause]}${gaps}${entry}${grounds.note === '' ? '' : ` ; ${grounds.note}`}`);
    }
    case 'decided': {
      const { decision, recusals, superseded, path } = grounds;
      const bench = nameOf === null ? [] : sayBench(decision, recusals, nameOf);
      return french(
        [
          `${ruleWords[decision.rule]} à ${formatTime(decision.at, timeZone)}, règlement ${decision.regulations}`,
          ...bench,
          `texte de la fiche pour la voie ${path}`,
          ...(superseded === 0 ? [] : [countOf(superseded, 'décision antérieure remplacée', 'décisions antérieures remplacées')]),
        ].join(' ; '),
      );
    }
  }
};

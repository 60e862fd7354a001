import type { ReactNode } from 'react';
import type { SessionRecord } from '../../../domain/minute.ts';
import { minuteNumber } from '../../../domain/minute.ts';
import { minuteWords } from '../../../words/minute.ts';
import { readingSessionWords as words } from '../../../words/reading.ts';
import { capitalise, dayOf, formatDay, formatInstant, formatNumber, formatSiret, formatTime, formatWeekday } from '../../../words/typography.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Section, Stack } from '../../parts/section.tsx';
import { linkWords } from '../../../words/jury.ts';
import { Facts } from './facts.tsx';
import { namesOf } from './names.ts';
import styles from './reading.module.css';

type Told = { readonly record: SessionRecord };

const SessionFacts = ({ record }: Told): ReactNode => {
  const { session, certification, regulations, lead } = record;
  const told = minuteWords.certification;
  const certifiers = [certification.certifier, ...(certification.otherCertifiers ?? [])];
  const at = (instant: string): string => formatInstant(instant, session.timeZone);
  const registration = told.registration(formatDay(certification.decisionDate), formatDay(certification.registrationEnd), certification.startsBy ?? 'decision');
  const nsf = certification.nsf.map(({ code, label }) => `${code} (${label})`);
  return (
    <Section title={words.session}>
      <Facts
        facts={[
          [words.label, session.title],
          [words.number, told.number(minuteNumber(record))],
          [words.certification, `${certification.title}, ${told.code(certification.code, certification.version)}`],
          [words.certifier, certifiers.map(({ name, siret }) => told.certifier(name, siret && formatSiret(siret))).join('\n')],
          [words.level, told.level(certification.level, nsf)],
          [words.registration, registration],
          [words.regulations, told.regulations(regulations.title, regulations.id, regulations.version)],
          [words.day, capitalise(formatWeekday(session.heldOn))],
          [words.place, session.place === '' ? minuteWords.sitting.unsaid : session.place],
          [words.mode, minuteWords.sitting.mode[session.mode]],
          [words.opened, at(session.openedAt)],
          [words.closed, at(session.closedAt)],
          [words.zone, session.timeZone],
          [words.lead, `${lead.name}, ${lead.quality}`],
        ]}
      />
    </Section>
  );
};

const Acknowledged = ({ record }: Told): ReactNode =>
  record.certification.acknowledged.length === 0 ? null : (
    <Section title={words.acknowledged}>
      <ul className={styles['texts']}>
        {record.certification.acknowledged.map(({ remark, text, reason, at }) => (
          <li key={remark}>
            {text === '' ? null : <p>{text}</p>}
            <p className={styles['muted']}>
              {words.kept(reason)} {words.acknowledgedOn(formatInstant(at, record.session.timeZone))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );

const Members = ({ record }: Told): ReactNode => {
  const { timeZone, heldOn } = record.session;
  const names = namesOf(record);
  const told = minuteWords.members;
  const moment = (at: string) => {
    const dated = dayOf(at, timeZone) !== heldOn;
    return { said: dated ? formatInstant(at, timeZone) : formatTime(at, timeZone), dated };
  };
  return (
    <Section title={words.members}>
      <DataTable
        caption={words.members}
        rows={record.members}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', head: words.member, rowHead: true, cell: ({ id }) => names.member(id) },
          { key: 'quality', head: words.quality, cell: ({ quality, employer }) => `${quality}, ${employer}` },
          {
            key: 'membership',
            head: words.membership,
            cell: ({ membership, pedagogicalLead, itProfessional, qualified }) =>
              [
                told.membership[membership],
                ...(pedagogicalLead ? [told.pedagogicalLead] : []),
                ...(itProfessional ? [told.itProfessional] : []),
                ...(qualified ? [told.qualified] : []),
              ].join(', '),
          },
          {
            key: 'rank',
            head: words.rank,
            cell: ({ rank, seat, decided }) => (
              <>
                {seat === 'substitute' ? `${told.rank[rank]}, ${told.substitute.toLocaleLowerCase('fr')}` : told.rank[rank]}
                <span className={styles['under']}>{decided ? words.decided : words.notDecided}</span>
              </>
            ),
          },
          { key: 'declared', head: words.declared, cell: ({ declaredAt }) => (declaredAt === null ? told.undeclared : formatInstant(declaredAt, timeZone)) },
          {
            key: 'stays',
            head: words.stays,
            cell: ({ attendance }) =>
              attendance.length === 0
                ? minuteWords.attendance.never
                : attendance.map(({ from, to }) => words.stay(moment(from), to === null ? null : moment(to))).join(' · '),
          },
        ]}
      />
    </Section>
  );
};

const Links = ({ record }: Told): ReactNode => {
  const names = namesOf(record);
  const links = record.acts.flatMap(({ act }) => (act.kind === 'declaration' ? act.links.map((link) => ({ ...link, jurorId: act.jurorId })) : []));
  return (
    <Section title={words.links}>
      {links.length === 0 ? (
        <p>{words.noLinks}</p>
      ) : (
        <DataTable
          caption={words.links}
          rows={links}
          keyOf={({ jurorId, candidateId, kind }) => `${jurorId} ${candidateId} ${kind}`}
          columns={[
            { key: 'member', head: words.member, rowHead: true, cell: ({ jurorId }) => names.member(jurorId) },
            { key: 'candidate', head: words.candidate, cell: ({ candidateId }) => names.candidate(candidateId) },
            { key: 'link', head: words.link, cell: ({ kind }) => linkWords[kind] },
          ]}
        />
      )}
    </Section>
  );
};

const Recusals = ({ record }: Told): ReactNode => {
  const names = namesOf(record);
  const told = minuteWords.members;
  return (
    <Section title={words.recusals}>
      {record.recusals.length === 0 ? (
        <p>{words.noRecusal}</p>
      ) : (
        <DataTable
          caption={words.recusals}
          rows={record.recusals}
          keyOf={({ jurorId, candidateId }) => `${jurorId} ${candidateId}`}
          columns={[
            { key: 'member', head: words.member, rowHead: true, cell: ({ jurorId }) => names.member(jurorId) },
            { key: 'candidate', head: words.candidate, cell: ({ candidateId }) => names.candidate(candidateId) },
            { key: 'cause', head: words.cause, cell: ({ cause }) => told.cause[cause] },
            { key: 'substitute', head: words.substitute, cell: ({ substitute }) => (substitute === null ? told.noSubstitute : names.member(substitute)) },
          ]}
        />
      )}
    </Section>
  );
};

const figures = ['registered', 'present', 'excused', 'absent', 'full', 'partial', 'none', 'postponed'] as const;

const Ending = ({ record }: Told): ReactNode => {
  const told = { ...minuteWords.totals, registered: minuteWords.totals.total };
  return (
    <>
      <Section title={words.incidents}>
        {record.incidents.length === 0 ? (
          <p>{words.noIncident}</p>
        ) : (
          <ul className={styles['texts']}>
            {record.incidents.map(({ at, text }) => (
              <li key={`${at} ${text}`}>
                <span className={styles['muted']}>{formatInstant(at, record.session.timeZone)}</span> {text}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={words.totals}>
        <div className={styles['narrow']}>
          <DataTable
            caption={words.totals}
            dense
            rows={figures}
            keyOf={(figure) => figure}
            columns={[
              { key: 'figure', head: words.figure, rowHead: true, cell: (figure) => told[figure] },
              { key: 'count', head: words.count, align: 'end', cell: (figure) => formatNumber(record.totals[figure]) },
            ]}
          />
        </div>
      </Section>
    </>
  );
};

/** The session and its jury as the archive tells them: who came, who declared what, who did not sit, what happened, the figures. */
export const SessionPart = ({ record }: Told): ReactNode => (
  <Stack gap="large">
    <SessionFacts record={record} />
    <Acknowledged record={record} />
    <Members record={record} />
    <Links record={record} />
    <Recusals record={record} />
    <Ending record={record} />
  </Stack>
);

import type { ReactNode } from 'react';
import type { OfficerAccess } from '../../../domain/accommodation.ts';
import type { SessionView } from '../../../domain/view.ts';
import { fullName } from '../../../domain/candidate.ts';
import { officerWords } from '../../../words/accommodation.ts';
import { formatInstant } from '../../../words/typography.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loading.tsx';
import { Section } from '../../parts/section.tsx';
import { useRead } from '../../store/request.ts';

/** The officer's access log: who came to which record, when; never what it says. */
export const OfficerLog = (props: {
  readonly session: SessionView;
  readonly officerKey: string;
  readonly nameOf: (id: NonNullable<OfficerAccess['candidateId']>) => string;
}): ReactNode => {
  const { session, officerKey: key } = props;
  const { reading, reload } = useRead('officer.log', { sessionId: session.id, key });
  const who = (line: OfficerAccess): string => {
    if (line.what === 'shown') return officerWords.logWho.room;
    const juror = session.jurors.find((each) => each.id === line.jurorId);
    return line.jurorId === null ? officerWords.logWho.officer : juror === undefined ? '' : fullName(juror);
  };
  return (
    <Section level={3} title={officerWords.logTitle} intro={officerWords.logIntro}>
      <Loaded reading={reading} retry={() => void reload()}>
        {(lines) => (
          <DataTable
            dense
            caption={officerWords.logTitle}
            rows={lines.map((line, rank) => ({ ...line, rank }))}
            keyOf={({ rank }) => String(rank)}
            columns={[
              { key: 'at', head: officerWords.logColumn.at, cell: (line) => formatInstant(line.at, session.fields.timeZone), rowHead: true, whole: true },
              { key: 'who', head: officerWords.logColumn.who, cell: who },
              { key: 'what', head: officerWords.logColumn.what, cell: (line) => officerWords.log[line.what] },
              {
                key: 'candidate',
                head: officerWords.logColumn.candidate,
                cell: (line) => (line.candidateId === null ? officerWords.logNobody : props.nameOf(line.candidateId)),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};

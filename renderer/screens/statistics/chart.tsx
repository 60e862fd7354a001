import { useId, type ReactNode } from 'react';
import type { StatisticsView } from '../../../domain/statistics.ts';
import { statisticsWords as words } from '../../../words/statistics.ts';
import { formatNumber } from '../../../words/typography.ts';
import styles from './statistics.module.css';

/** The blocks as bars: plain is validated, hatched is not; the table under it tells the same. */
export const Chart = ({ rows }: { readonly rows: StatisticsView['perBlock'] }): ReactNode => {
  const id = useId();
  const most = Math.max(1, ...rows.map(({ presented }) => presented));
  const long = (count: number): number => (count / most) * 420;
  const height = rows.length * 28 + 8;
  return (
    <svg className={styles['chart']} viewBox={`0 0 720 ${height}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{words.chartTitle}</title>
      <desc id={`${id}d`}>{words.chartText}</desc>
      <defs>
        <pattern id={`${id}h`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 L6 0" className={styles['hatched']} strokeWidth="1.2" />
        </pattern>
      </defs>
      {rows.map(({ code, path, block, validated, notValidated }, place) => (
        <g key={`${code} ${path} ${block}`} transform={`translate(0 ${place * 28 + 4})`}>
          <text x="0" y="15">{`${path} ${block}`}</text>
          <rect x="190" width={long(validated)} height="20" className={styles['plain']} />
          <rect x={190 + long(validated)} width={long(notValidated)} height="20" fill={`url(#${id}h)`} className={styles['hatched']} />
          <text x={200 + long(validated + notValidated)} y="15">{`${formatNumber(validated)} / ${formatNumber(validated + notValidated)}`}</text>
        </g>
      ))}
    </svg>
  );
};

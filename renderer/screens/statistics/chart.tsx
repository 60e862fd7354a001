import { useId, type ReactNode } from 'react';
import type { StatisticsView } from '../../../domain/statistics.ts';
import { barLabel, statisticsWords as words } from '../../../words/statistics.ts';
import { formatNumber } from '../../../words/typography.ts';
import styles from './statistics.module.css';

const [top, step, width, room] = [36, 28, 400, 96];

/** The blocks as bars: plain is validated, hatched is not; the table under it tells the same. */
export const Chart = ({ rows }: { readonly rows: StatisticsView['perBlock'] }): ReactNode => {
  const id = useId();
  const most = Math.max(1, ...rows.map(({ presented }) => presented));
  const long = (count: number): number => (count / most) * width;
  const alone = new Set(rows.map(({ code }) => code)).size === 1;
  const labels = rows.map(({ block, path }) => barLabel(block, path, alone));
  const start = 14 + 6.4 * Math.max(0, ...labels.map((label) => label.length));
  const all = start + width + room;
  const height = top + rows.length * step + 4;
  const bar = (x: number, y: number, count: number, plain: boolean): ReactNode =>
    count === 0 ? null : (
      <rect x={x} y={y} width={long(count)} height="18" fill={plain ? undefined : `url(#${id}h)`} className={styles[plain ? 'plain' : 'hatched']} />
    );
  return (
    <svg className={styles['chart']} viewBox={`0 0 ${all} ${height}`} style={{ maxWidth: `${all / 16}rem` }} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{words.chartTitle}</title>
      <desc id={`${id}d`}>{words.chartText}</desc>
      <defs>
        <pattern id={`${id}h`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 L6 0 M-1.5 1.5 L1.5 -1.5 M4.5 7.5 L7.5 4.5" className={styles['hatched']} strokeWidth="1.2" />
        </pattern>
      </defs>
      <rect x={start} y="4" width="28" height="14" className={styles['plain']} />
      <text x={start + 36} y="16">
        {words.validated}
      </text>
      <rect x={start + 130} y="4" width="28" height="14" fill={`url(#${id}h)`} className={styles['hatched']} />
      <text x={start + 166} y="16">
        {words.notValidated}
      </text>
      {rows.map(({ code, path, block, presented, validated, notValidated }, place) => {
        const y = top + place * step;
        return (
          <g key={`${code} ${path} ${block}`}>
            <text x={start - 10} y={y + 14} textAnchor="end">
              {labels[place]}
            </text>
            {bar(start, y, validated, true)}
            {bar(start + long(validated), y, notValidated, false)}
            <text x={start + long(validated + notValidated) + 8} y={y + 14}>
              {words.outOf(formatNumber(validated), formatNumber(presented))}
            </text>
          </g>
        );
      })}
    </svg>
  );
};

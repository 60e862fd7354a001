import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Regulations } from '../../../domain/regulations.ts';
import { regulationsFormWords as words } from '../../../words/regulations.ts';
import { fieldWords } from '../../../words/screens.ts';
import { Button } from '../../parts/button.tsx';
import { Actions } from '../../parts/section.tsx';
import { TextField } from '../../parts/text-field.tsx';
import styles from './regulations.module.css';

type Scale = Regulations['scale'];

/** The usual scales, to start from. */
export const presets: Readonly<Record<'threeSteps' | 'fourLevels', Scale>> = {
  threeSteps: (['acquis', 'partiel', 'non-acquis'] as const).map((code) => ({ code, label: words.preset.levels[code] })),
  fourLevels: [1, 2, 3, 4].map((rank) => ({ code: String(rank), label: words.preset.level(rank) })),
};

/** Moves a level one place; the others keep their order. */
export const moveLevel = (scale: Scale, rank: number, by: 1 | -1): Scale => {
  const moved = scale[rank];
  if (moved === undefined || scale[rank + by] === undefined) return scale;
  const others = scale.filter((_, index) => index !== rank);
  return [...others.slice(0, rank + by), moved, ...others.slice(rank + by)];
};

/** A code that no level of the scale bears yet. */
export const freeCode = (scale: Scale): string => {
  const taken = new Set(scale.map((level) => level.code));
  let rank = scale.length + 1;
  while (taken.has(String(rank))) rank += 1;
  return String(rank);
};

/** The levels of the competencies, one a row: renamed, added, taken away, moved, by the keyboard as by the mouse. */
export const ScaleRows = (props: { readonly scale: Scale; readonly tried: boolean; readonly onChange: (scale: Scale) => void }): ReactNode => {
  const { scale, tried, onChange } = props;
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const found = wanted.split(',').flatMap((name) => [...(list.current?.querySelectorAll<HTMLElement>(`[data-at="${name}"] :is(input, button)`) ?? [])]);
    found.find((element) => !(element as HTMLButtonElement).disabled)?.focus();
    setWanted(null);
  }, [wanted]);
  const nameOf = (rank: number): string => scale[rank]?.label.trim() || words.unnamed(rank + 1);
  const set = (rank: number, part: Partial<Scale[number]>): void => onChange(scale.map((level, index) => (index === rank ? { ...level, ...part } : level)));
  const move = (rank: number, by: 1 | -1): void => {
    const there = rank + by;
    onChange(moveLevel(scale, rank, by));
    setSaid(words.moved(nameOf(rank), there + 1, scale.length));
    setWanted(by < 0 ? `up${there},down${there}` : `down${there},up${there}`);
  };
  const remove = (rank: number): void => {
    onChange(scale.filter((_, index) => index !== rank));
    setWanted(`remove${Math.min(rank, scale.length - 2)},add`);
  };
  const add = (): void => {
    onChange([...scale, { code: freeCode(scale), label: '' }]);
    setWanted(`label${scale.length}`);
  };
  const errorOf = (level: Scale[number], rank: number): string | null => {
    if (!tried) return null;
    if (level.code.trim() === '') return fieldWords.missing;
    return scale.findIndex((other) => other.code === level.code) === rank ? null : words.codeTaken;
  };
  return (
    <div ref={list} className={styles['scale']}>
      <Actions>
        <span className={styles['muted']}>{words.preset.title}</span>
        {(['threeSteps', 'fourLevels'] as const).map((name) => (
          <Button key={name} size="small" kind="quiet" onPress={() => onChange(presets[name])}>
            {words.preset[name]}
          </Button>
        ))}
      </Actions>
      <div className={styles['scaleHead']} aria-hidden="true">
        <span>{words.scaleColumn.code}</span>
        <span>{words.scaleColumn.label}</span>
      </div>
      <ol className={styles['levels']}>
        {scale.map((level, rank) => (
          <li key={rank} aria-label={words.scaleRow(rank + 1)} className={styles['level']}>
            <div data-at={`code${rank}`}>
              <TextField
                hideLabel
                label={words.scaleCodeOf(rank + 1)}
                value={level.code}
                maxLength={20}
                onChange={(code) => set(rank, { code })}
                error={errorOf(level, rank)}
              />
            </div>
            <div data-at={`label${rank}`}>
              <TextField
                prose
                hideLabel
                label={words.scaleLabelOf(rank + 1)}
                value={level.label}
                maxLength={60}
                onChange={(label) => set(rank, { label })}
                error={tried && level.label.trim() === '' ? fieldWords.missing : null}
              />
            </div>
            <div className={styles['levelActs']}>
              <span data-at={`up${rank}`}>
                <Button
                  size="small"
                  kind="quiet"
                  label={words.up(nameOf(rank))}
                  disabled={rank === 0}
                  icon={<ArrowUp aria-hidden />}
                  onPress={() => move(rank, -1)}
                >
                  {null}
                </Button>
              </span>
              <span data-at={`down${rank}`}>
                <Button
                  size="small"
                  kind="quiet"
                  label={words.down(nameOf(rank))}
                  disabled={rank === scale.length - 1}
                  icon={<ArrowDown aria-hidden />}
                  onPress={() => move(rank, 1)}
                >
                  {null}
                </Button>
              </span>
              <span data-at={`remove${rank}`}>
                <Button
                  size="small"
                  kind="quiet"
                  label={words.removeLevel(nameOf(rank))}
                  disabled={scale.length <= 2}
                  icon={<X aria-hidden />}
                  onPress={() => remove(rank)}
                >
                  {null}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ol>
      <div data-at="add">
        <Button size="small" disabled={scale.length >= 8} onPress={add}>
          {words.addLevel}
        </Button>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
};

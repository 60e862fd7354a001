import { useEffect, useRef, type ReactNode } from 'react';
import SignaturePad from 'signature_pad';
import { signWords } from '../../../words/sign.ts';
import { Button } from '../../parts/button.tsx';
import styles from './sign.module.css';

/** Strokes of a drawn signature, both coordinates over the width of the pad: proportions are kept, every value is within 0..1. */
export type Strokes = readonly (readonly { readonly x: number; readonly y: number }[])[];

/** Most points of one stroke and most strokes that the contract accepts. */
const limits = { points: 4000, strokes: 200 } as const;

const within = (value: number): number => Math.min(1, Math.max(0, value));

const readStrokes = (pad: SignaturePad, width: number): Strokes =>
  pad
    .toData()
    .slice(0, limits.strokes)
    .map((group) => group.points.slice(0, limits.points).map(({ x, y }) => ({ x: within(x / width), y: within(y / width) })));

/** Where one signs with a mouse, a pen or a finger. */
export const DrawingPad = (props: { readonly onChange: (strokes: Strokes) => void; readonly error: string | null }): ReactNode => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const { onChange } = props;
  const changed = useRef(onChange);
  changed.current = onChange;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const ratio = Math.max(window.devicePixelRatio, 1);
    element.width = element.offsetWidth * ratio;
    element.height = element.offsetHeight * ratio;
    element.getContext('2d')?.scale(ratio, ratio);
    const colour = getComputedStyle(element).color;
    const made = new SignaturePad(element, { penColor: colour, minWidth: 1, maxWidth: 2.4 });
    made.addEventListener('endStroke', () => changed.current(readStrokes(made, element.offsetWidth)));
    pad.current = made;
    return () => {
      made.off();
      pad.current = null;
    };
  }, []);
  return (
    <div className={styles['pad']}>
      <p className={styles['padHead']}>
        <span>{signWords.drawHere}</span>
        <Button
          size="small"
          kind="quiet"
          onPress={() => {
            pad.current?.clear();
            onChange([]);
          }}
        >
          {signWords.erase}
        </Button>
      </p>
      <canvas ref={canvas} className={styles['canvas']} role="img" aria-label={signWords.drawHere} />
      {props.error === null ? null : <p className={styles['error']}>{props.error}</p>}
    </div>
  );
};

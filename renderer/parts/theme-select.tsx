import type { ReactNode } from 'react';
import { frameWords } from '../../words/screens.ts';
import type { Theme } from '../../domain/theme.ts';
import { useTheme } from '../store/theme.ts';
import { Select } from './choice.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];

/** The choice of the display: light, dark, high contrast, or as the system asks. */
export const ThemeSelect = (): ReactNode => {
  const { theme, choose } = useTheme();
  return <Select label={frameWords.theme} value={theme} options={themes.map((value) => ({ value, label: frameWords.themes[value] }))} onChange={choose} />;
};

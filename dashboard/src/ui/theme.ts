import { createTheme } from '@mantine/core';

/** Ledger green, and greys with a breath of it, so that light and dark look like one paper under two lamps. */
export const theme = createTheme({
  primaryColor: 'ledger',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  // Only fonts that are there: nothing is fetched. "Open Sans" is for Linux, where system-ui can be anything.
  fontFamily:
    '-apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, "Open Sans", "Noto Sans", Ubuntu, system-ui, sans-serif',
  cursorType: 'pointer',
  colors: {
    ledger: [
      '#eaf5f0',
      '#d2e8df',
      '#a5d2c0',
      '#75bba0',
      '#4ea585',
      '#349473',
      '#238a68',
      '#137757',
      '#0b5a48',
      '#06463a',
    ],
    dark: [
      '#dbe4e0',
      '#aebbb6',
      '#8b9a94',
      '#63716b',
      '#3a4742',
      '#2a3531',
      '#1e2824',
      '#161e1b',
      '#0e1412',
      '#090d0c',
    ],
  },
});

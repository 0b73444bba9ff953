import { createTheme, type MantineColorsTuple } from '@mantine/core';

const clinic: MantineColorsTuple = [
  '#eef7f8', '#d9ebee', '#b0d6dc', '#84c1ca', '#61afba', '#4ba4b1', '#3d9eac', '#2d8997', '#1a6f7c', '#005e6a',
];

/** Darker than Mantine's own, so that text in it has the contrast of WCAG AA on white and on the page's grey. */
const red: MantineColorsTuple = [
  '#fdf1f0', '#fbe3e2', '#f3c2c0', '#ea9d9a', '#df7671', '#d1554f', '#bf3b35', '#b3261e', '#a01f18', '#8c1d18',
];

export const theme = createTheme({
  primaryColor: 'clinic',
  primaryShade: 8,
  colors: { clinic, red },
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', Roboto, Arial, sans-serif",
  fontFamilyMonospace: 'ui-monospace, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '20px', lineHeight: '1.3' }, h2: { fontSize: '16px', lineHeight: '1.35' }, h3: { fontSize: '14px', lineHeight: '1.4' } } },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Modal: { styles: { title: { fontWeight: 600, fontSize: '16px' } }, defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.45 } } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
});

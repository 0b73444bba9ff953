import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['node_modules', 'dist', 'public'] },
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'dangerouslySetInnerHTML', message: 'Texts are plain text.' },
        { property: 'innerHTML', message: 'Texts are plain text.' },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/patient/**', 'src/features/conferencing/{rtc,model,screen,board,visit}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@mantine/*', '@tanstack/*', '@fullcalendar/*', '@/staff/*', '@/shared/components/*'], message: 'The patient\'s page is light.' }] },
      ],
    },
  },
);

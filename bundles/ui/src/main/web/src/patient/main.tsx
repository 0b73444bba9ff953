import './patient.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSessionLost } from '@/shared/api/client';
import { visitEndpoints } from './endpoints';
import { InsecureAddress } from './InsecureAddress';
import { LanguageProvider } from './language';
import { removeFragment, tokenFromFragment } from './token';
import { Visit } from './Visit';
import { VisitPage } from './VisitPage';

function start(page: ReactNode): void {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <LanguageProvider>{page}</LanguageProvider>
    </StrictMode>,
  );
}

function startVisit(): void {
  const visit = new Visit(visitEndpoints, removeFragment);
  onSessionLost(() => visit.ended());
  // Another link that is opened in this tab changes only the fragment, which loads nothing by itself.
  window.addEventListener('hashchange', () => {
    const token = tokenFromFragment(location.hash);
    if (token !== null) void visit.start(token);
  });
  void visit.start(tokenFromFragment(location.hash));
  start(<VisitPage visit={visit} />);
}

// Old browsers show the notice of browser-check.js instead.
if (!document.documentElement.hasAttribute('data-unsupported')) {
  if (window.isSecureContext) startVisit();
  else start(<InsecureAddress />);
}

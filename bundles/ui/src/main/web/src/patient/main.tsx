import './patient.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSessionLost } from '@/shared/api/client';
import { visitEndpoints } from './endpoints';
import { LanguageProvider } from './language';
import { removeFragment, tokenFromFragment } from './token';
import { Visit } from './Visit';
import { VisitPage } from './VisitPage';

// Old browsers show the notice of browser-check.js instead.
if (!document.documentElement.hasAttribute('data-unsupported')) {
  const visit = new Visit(visitEndpoints, removeFragment);
  onSessionLost(() => visit.ended());
  // Another link that is opened in this tab changes only the fragment, which loads nothing by itself.
  window.addEventListener('hashchange', () => {
    const token = tokenFromFragment(location.hash);
    if (token !== null) void visit.start(token);
  });
  void visit.start(tokenFromFragment(location.hash));
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <LanguageProvider>
        <VisitPage visit={visit} />
      </LanguageProvider>
    </StrictMode>,
  );
}

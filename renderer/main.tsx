import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/forced.css';
import './style/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { App } from './app.tsx';
import { Interrupted } from './parts/interrupted.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="fr-FR">
      <Interrupted whole>
        <App />
      </Interrupted>
    </I18nProvider>
  </StrictMode>,
);

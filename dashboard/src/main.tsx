import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LiveEventsProvider } from './api/live-events.tsx';
import { createQueryClient } from './api/query-client.ts';
import { PasswordPrompt } from './components/password-prompt.tsx';
import { AccountPage } from './pages/account-page.tsx';
import { AuditPage } from './pages/audit-page.tsx';
import { CompaniesPage } from './pages/companies-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { WelcomePage } from './pages/welcome-page.tsx';
import './ui/mantine-styles.ts';
import './ui/global.css';
import { theme } from './ui/theme.ts';

/** The pages are few and change by loading: a link is a link. */
function Page({ path }: { path: string }) {
  switch (path) {
    case '/sign-in':
      return <SignInPage />;
    case '/welcome':
      return <WelcomePage />;
    case '/people':
      return <PeoplePage />;
    case '/account':
      return <AccountPage />;
    case '/audit':
      return <AuditPage />;
    case '/queue':
      return <QueuePage />;
    default:
      return (
        <LiveEventsProvider>
          <CompaniesPage />
        </LiveEventsProvider>
      );
  }
}

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no element with the id root.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Page path={window.location.pathname} />
        <PasswordPrompt />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);

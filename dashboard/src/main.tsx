import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LiveEventsProvider } from './api/live-events.tsx';
import { createQueryClient } from './api/query-client.ts';
import { CompaniesPage } from './pages/companies-page.tsx';
import './ui/mantine-styles.ts';
import './ui/global.css';
import { theme } from './ui/theme.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no element with the id root.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <LiveEventsProvider>
          <CompaniesPage />
        </LiveEventsProvider>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);

import { useEffect, type ReactNode } from 'react';
import { LiveEventsProvider } from '../api/live-events.tsx';
import { AppHeader } from '../components/app-header.tsx';
import classes from '../components/people.module.css';
import { Column } from '../ui/column.tsx';

/** The frame of the pages that are not about a company. */
export function AdminPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Ledger Mirror`;
  }, [title]);
  return (
    <LiveEventsProvider>
      <AppHeader />
      <main>
        <Column>
          <h1 className={classes.heading}>{title}</h1>
          {children}
        </Column>
      </main>
    </LiveEventsProvider>
  );
}

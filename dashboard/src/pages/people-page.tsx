import { useEffect } from 'react';
import { AppHeader } from '../components/app-header.tsx';
import { KeySection } from '../components/key-section.tsx';
import { UserSection } from '../components/user-section.tsx';
import { Column } from '../ui/column.tsx';
import { LiveEventsProvider } from '../api/live-events.tsx';
import classes from '../components/people.module.css';

/** `/people`: who can sign in, and the keys of programs. */
export function PeoplePage() {
  useEffect(() => {
    document.title = 'People and keys · Ledger Mirror';
  }, []);
  return (
    <LiveEventsProvider>
      <AppHeader />
      <main>
        <Column>
          <h1 className={classes.heading}>People and keys</h1>
          <UserSection />
          <KeySection />
        </Column>
      </main>
    </LiveEventsProvider>
  );
}

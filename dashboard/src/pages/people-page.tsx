import { KeySection } from '../components/key-section.tsx';
import { UserSection } from '../components/user-section.tsx';
import { AdminPage } from './admin-page.tsx';

/** `/people`: who can sign in, and the keys of programs. */
export function PeoplePage() {
  return (
    <AdminPage title="People and keys">
      <UserSection />
      <KeySection />
    </AdminPage>
  );
}

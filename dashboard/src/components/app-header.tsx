import { useInstallation } from '../api/queries.ts';
import { useSession, useSignOut } from '../api/access.ts';
import { Column } from '../ui/column.tsx';
import classes from './app-header.module.css';
import { ConnectButton } from './connect-button.tsx';
import { ProductMark } from './product-mark.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';

/** Name of the product, what kind of data this is, and the way to connect a company. */
export function AppHeader() {
  const { data: installation } = useInstallation();
  return (
    <>
      <header className={classes.header}>
        <Column>
          <div className={classes.row}>
            <a className={classes.brand} href="/" aria-label="Ledger Mirror, home">
              <ProductMark />
              <span>
                Ledger Mirror
                <span className={classes.subtitle}>for QuickBooks Online</span>
              </span>
            </a>
            <ConnectButton compact />
          </div>
        </Column>
      </header>
      <AccountLinks />
      {installation?.simulated ? <SimulatedNotice /> : null}
    </>
  );
}

/** Where people and keys are managed, for those who may; and the way out, for those who signed in. */
function AccountLinks() {
  const { data: session } = useSession();
  const signOut = useSignOut();
  if (session === undefined) return null;
  const everywhere = !session.organizations;
  const manages = (session.role === 'admin' || session.role === 'owner') && everywhere;
  return (
    <Column>
      <nav className={classes.account} aria-label="Account">
        {manages ? <a href="/people">People and keys</a> : null}
        {manages ? <a href="/audit">Audit trail</a> : null}
        {everywhere && session.role !== 'viewer' ? <a href="/queue">Queue</a> : null}
        {session.kind === 'user' ? (
          <>
            <a href="/account">{session.name}</a>
            <button
              type="button"
              onClick={() =>
                signOut.mutate(undefined, { onSuccess: () => window.location.assign('/sign-in') })
              }
            >
              Sign out
            </button>
          </>
        ) : null}
      </nav>
    </Column>
  );
}

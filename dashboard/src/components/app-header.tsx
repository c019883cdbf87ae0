import { useInstallation } from '../api/queries.ts';
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
      {installation?.simulated ? <SimulatedNotice /> : null}
    </>
  );
}

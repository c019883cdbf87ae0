import { useInstallation } from '../api/queries.ts';
import { ConnectButton } from './connect-button.tsx';
import classes from './no-companies.module.css';
import { ProductMark } from './product-mark.tsx';

/** What to do when there is nothing to show yet. */
export function NoCompanies() {
  const { data: installation } = useInstallation();
  return (
    <section className={classes.root} aria-labelledby="no-companies">
      <ProductMark />
      <h2 id="no-companies" className={classes.title}>
        No company is connected yet
      </h2>
      <ol className={classes.steps}>
        <li>
          {installation?.simulated
            ? 'Choose “Connect a company”. The simulator shows a sign-in page like the one of QuickBooks.'
            : 'Choose “Connect a company” and sign in to QuickBooks as an administrator of the company.'}
        </li>
        <li>Pick the company and allow access. Ledger Mirror only ever reads.</li>
        <li>Its whole history is copied; you can watch it arrive here.</li>
      </ol>
      <ConnectButton size="md" />
    </section>
  );
}

import { useId, useState } from 'react';
import { useOrganizations } from '../api/queries.ts';
import { nameOf } from './company-names.ts';
import classes from './people.module.css';

const ALL = 'all-companies';
const ONE = 'company';

/** Chooses the companies somebody is limited to; the fields belong to the form around it. */
export function ScopeField({ limitedTo }: { limitedTo?: readonly string[] | undefined }) {
  const { organizations = [] } = useOrganizations();
  const [all, setAll] = useState(limitedTo === undefined);
  const id = useId();
  // Also companies that are disconnected by now: what is not shown would be lost with the next change.
  const unknown = (limitedTo ?? []).filter(
    (realmId) => !organizations.some((one) => one.realmId === realmId),
  );
  const choices = [
    ...organizations.map((one) => ({ realmId: one.realmId, name: nameOf(one) })),
    ...unknown.map((realmId) => ({ realmId, name: `Company ${realmId}` })),
  ];
  return (
    <fieldset className={classes.scope}>
      <legend>Companies</legend>
      <label htmlFor={`${id}-all`}>
        <input
          id={`${id}-all`}
          type="checkbox"
          name={ALL}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        All, those to come included
      </label>
      {all
        ? null
        : choices.map(({ realmId, name }) => (
            <label key={realmId}>
              <input
                type="checkbox"
                name={ONE}
                value={realmId}
                defaultChecked={limitedTo?.includes(realmId) === true}
              />
              {name}
            </label>
          ))}
    </fieldset>
  );
}

/** The companies chosen in a form; undefined for all. */
export function scopeOf(form: FormData): string[] | undefined {
  if (form.has(ALL)) return undefined;
  return form.getAll(ONE).filter((value) => typeof value === 'string');
}

/** Which companies, by their names. */
export function Scope({ limitedTo }: { limitedTo: readonly string[] | undefined }) {
  const { organizations = [] } = useOrganizations();
  if (limitedTo === undefined) return 'all';
  const names = limitedTo.map((realmId) => {
    const known = organizations.find((one) => one.realmId === realmId);
    return known === undefined ? realmId : nameOf(known);
  });
  return names.join(', ') || 'none';
}

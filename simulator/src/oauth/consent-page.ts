import { escapeHtml, page } from '../http/page.ts';

/** The page on which a person chooses a company and allows or refuses; its form is also the headless way. */
export function consentPage(
  companies: readonly { readonly realmId: string; readonly name: string }[],
  hidden: Readonly<Record<string, string>>,
): string {
  const inputs = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const choices = companies.map(
    ({ realmId, name }, index) =>
      `<label><input type="radio" name="realmId" value="${escapeHtml(realmId)}"${index === 0 ? ' checked' : ''}> ${escapeHtml(name)} <span class="note">${escapeHtml(realmId)}</span></label>`,
  );
  return page(
    'Connect a company',
    `<p>The application <strong>${escapeHtml(hidden['client_id'] ?? '')}</strong> asks to read and write the accounting data of a company.</p><p class="note">This is a simulator: the companies and their data are made up.</p><form method="post" action="/connect/oauth2">${inputs.join('')}<fieldset><legend>Company</legend>${choices.join('')}</fieldset><button name="decision" value="allow">Allow</button><button name="decision" value="refuse">Refuse</button></form>`,
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}label{display:block;padding:.5rem 0}button{font:inherit;padding:.5rem 1.25rem;margin:1rem .5rem 0 0}.note{color:#555}';

export function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;
}

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

import type { AppError } from '../../base/errors.ts';
import type { Page } from './page.ts';

type Advice = { readonly title: string; readonly advice: string };

const startAgain = 'Nothing was stored. Go back and choose "Connect a company" again.';

/** What a person should do, by error code; the sentence of the error itself says what happened. */
const advices: Readonly<Record<string, Advice>> = {
  OAUTH_REFUSED: {
    title: 'Access was refused',
    advice:
      'Nothing was stored. If that was not intended, connect again and choose "Connect" on the QuickBooks page. ' +
      'Only an administrator of the company can allow access.',
  },
  OAUTH_PROVIDER_REFUSED: {
    title: 'QuickBooks refused the request',
    advice:
      'Nothing was stored. Check the redirect URI and the scopes of the app on developer.intuit.com, then connect again.',
  },
  OAUTH_ERROR_UNASKED: {
    title: 'This answer cannot be matched',
    advice:
      'Nothing was stored. If you were connecting a company, check the redirect URI and the scopes of the app on developer.intuit.com, then connect again.',
  },
  OAUTH_ANSWER_INCOMPLETE: { title: 'The answer is incomplete', advice: startAgain },
  OAUTH_ASKER_REFUSED: {
    title: 'You may no longer connect this company',
    advice: 'Nothing was stored. Sign in again and connect it once more, or ask an administrator to.',
  },
  OAUTH_STATE_MISSING: { title: 'This answer cannot be matched', advice: startAgain },
  OAUTH_STATE_UNKNOWN: { title: 'This answer cannot be matched', advice: startAgain },
  OAUTH_STATE_EXPIRED: { title: 'That took too long', advice: startAgain },
  OAUTH_STATE_USED: {
    title: 'This answer was used already',
    advice:
      'If the company is in the list, all is well: this page was only loaded again. If it is not, connect it again.',
  },
  OAUTH_STATE_OTHER_BROWSER: {
    title: 'Started in another browser',
    advice: `Finish in the browser you started in, with cookies allowed for this site. ${startAgain}`,
  },
  OAUTH_OTHER_COMPANY: {
    title: 'Another company was chosen',
    advice:
      'Nothing was changed. Reconnect again and choose the same company as before, ' +
      'or add the other one with "Connect a company".',
  },
  OAUTH_WRONG_ENVIRONMENT: {
    title: 'The keys do not fit this company',
    advice:
      'Nothing was stored. Development keys open sandbox companies, production keys open real ones. ' +
      'Set QBO_CLIENT_ID and QBO_CLIENT_SECRET to the keys of the environment that QBO_ENVIRONMENT names, restart, and connect again.',
  },
  QBO_CLIENT_REJECTED: {
    title: 'QuickBooks does not know these keys',
    advice:
      'Nothing was stored. Copy QBO_CLIENT_ID and QBO_CLIENT_SECRET from the page "Keys & credentials" ' +
      'on developer.intuit.com, both from the same environment, restart, and connect again.',
  },
  SYNC_BEING_ERASED: {
    title: 'This company is being erased',
    advice:
      'Nothing was stored. Connect it once it is gone from the list of companies; it is then copied anew. ' +
      'If it stays there, erasing was interrupted: erase it again.',
  },
  QBO_CODE_REJECTED: { title: 'That took too long', advice: startAgain },
};

const generalAdvice: Readonly<Record<AppError['row']['owner'], string>> = {
  nobody: 'Nothing was stored. Wait a minute, then connect again.',
  customer: startAgain,
  operator: 'Nothing was stored. Correct that, restart if a setting changed, and connect again.',
  developer: 'Nothing was stored. Connect again; if it happens twice, report it with the log.',
};

/** A sync goes on by itself after many a failure, and the sentences say so; an attempt to connect does not. */
function withoutPromise(sentence: string): string {
  return sentence.replace(/; (it is tried again|reading (then )?goes on)[^;.]*\.$/, '.');
}

/** The page on which an attempt to connect a company ends when it fails. */
export function connectFailurePage(error: AppError): Page {
  const known = advices[error.code];
  return {
    status: error.row.httpStatus,
    title: known?.title ?? 'The company could not be connected',
    paragraphs: [withoutPromise(error.message), known?.advice ?? generalAdvice[error.row.owner]],
    code: error.code,
    link: { href: '/', text: 'Back to the dashboard' },
  };
}

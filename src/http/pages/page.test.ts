import { expect, test } from 'vitest';
import { declaredErrors, AppError } from '../../base/errors.ts';
import '../errors.ts';
import '../../access/errors.ts';
import '../../quickbooks/index.ts';
import { connectFailurePage } from './connect-failure.ts';
import { escapeHtml } from './page.ts';

test('text from outside stays text', () => {
  expect(escapeHtml(`<img src=x onerror="a('&')">`)).toBe(
    '&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;',
  );
});

test('every error that can end an attempt to connect has a page that says what to do', () => {
  const codes = [...declaredErrors()].filter(([code]) => /^(OAUTH|QBO|ACCESS)_/.test(code));
  expect(codes.length).toBeGreaterThan(20);
  for (const [code, row] of codes) {
    const page = connectFailurePage(new AppError(code, row));
    expect(page.paragraphs[0]).toMatch(/^[A-Z].*\.$/s);
    // What a sync does by itself, a connection that failed does not.
    expect(page.paragraphs[0]).not.toMatch(/by itself|goes on/);
    expect(page.paragraphs[1]).toMatch(/again|all is well/);
    expect(page.link?.href).toBe('/');
  }
});

/** The mark: entries of a ledger and their mirror image. The same drawing as public/favicon.svg. */
export function ProductMark() {
  return (
    <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="#0b5a48" />
      <g strokeLinecap="round" fill="none">
        <path d="M16 5v22" stroke="#8fd0b8" strokeWidth="1.5" strokeDasharray="1.5 3.2" />
        <path d="M13 9.5H9M13 14H5.5M13 18.5H8M13 23H6.5" stroke="#fff" strokeWidth="2.4" />
        <path d="M19 9.5h4M19 14h7.5M19 18.5h5M19 23h6.5" stroke="#8fd0b8" strokeWidth="2.4" />
      </g>
    </svg>
  );
}

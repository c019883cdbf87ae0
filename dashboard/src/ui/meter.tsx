import classes from './meter.module.css';

type Props = {
  label: string;
  /** Undefined while the whole is not known. */
  fraction: number | undefined;
  size?: 'thin' | 'thick';
};

/** A progress bar. It never claims to be full: whoever is done shows something else. */
export function Meter({ label, fraction, size = 'thick' }: Props) {
  const percent = fraction === undefined ? undefined : Math.min(99, Math.floor(fraction * 100));
  return (
    <div
      className={classes.track}
      data-size={size}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        className={classes.bar}
        data-indeterminate={percent === undefined || undefined}
        style={percent === undefined ? undefined : { width: `${Math.max(1, percent)}%` }}
      />
    </div>
  );
}
